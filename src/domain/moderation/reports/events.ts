import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

const payload = z.object({ articleId: idOf<'article'>(), about: idOf<'comment'>() })

/** Somebody said what is wrong with a comment. Who did is for moderators, and nothing that is shown changed. */
export const commentReported = event({ kind: 'comment.reported', payload, touches: 'nothing' })

export const events = [commentReported]
