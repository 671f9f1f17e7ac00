import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

const inArticle = z.object({ articleId: idOf<'article'>() })

/** Somebody said what is wrong with a comment. Who did is for moderators, and nothing that is shown changed. */
export const commentReported = event({
  kind: 'comment.reported',
  payload: inArticle.extend({ about: idOf<'comment'>() }),
  touches: 'nothing',
})

const aboutNotice = inArticle.extend({ about: idOf<'report'>() })

/** Somebody said that something is against the law. */
export const legalNoticeGiven = event({ kind: 'legal.noticed', payload: aboutNotice, touches: 'nothing' })

/** They have their answer. */
export const legalNoticeAnswered = event({ kind: 'legal.answered', payload: aboutNotice, touches: 'nothing' })

export const events = [commentReported, legalNoticeGiven, legalNoticeAnswered]
