import { z } from 'zod'
import { idOf } from '../../kit/ids.ts'
import { event } from '../../store/index.ts'

const inArticle = z.object({ articleId: idOf<'article'>() })
const payload = inArticle.extend({ about: idOf<'comment'>() })

export const commentPosted = event({ kind: 'comment.posted', payload, touches: 'article', onlyAdds: true })

/** One that nobody sees came, and nothing that is shown changed. */
export const commentHeld = event({ kind: 'comment.held', payload, touches: 'nothing' })

/** Other words for a comment wait, and nothing that is shown changed. */
export const commentEditHeld = event({ kind: 'comment.edit-held', payload, touches: 'nothing' })

/** They wait no more; what changed by that is told by itself. */
export const commentEditDecided = event({ kind: 'comment.edit-decided', payload, touches: 'nothing' })

export const commentEdited = event({ kind: 'comment.edited', payload, touches: 'article' })

export const commentRemoved = event({ kind: 'comment.removed', payload, touches: 'article' })

/** Its words stand, and nobody is named for them any more. */
export const commentUnnamed = event({ kind: 'comment.unnamed', payload, touches: 'article' })

export const commentRestored = event({ kind: 'comment.restored', payload, touches: 'article' })

/** Its branch was locked, or opened again. */
export const commentLocked = event({ kind: 'branch.lock', payload, touches: 'article' })

/** A branch was moved; each of both discussions is told. */
export const branchMoved = event({ kind: 'branch.moved', payload, touches: 'article' })

/** One comment more or less quotes this one. */
export const commentQuoted = event({ kind: 'comment.quoted', payload, touches: 'article', onlyAdds: true })

export const commentReacted = event({ kind: 'comment.reacted', payload, touches: 'article', onlyAdds: true })

/** What this comment quotes stands otherwise than before. */
export const quotationChanged = event({ kind: 'quotation.changed', payload, touches: 'article' })

/** The same of more comments than are told one by one. */
export const quotationsChanged = event({ kind: 'quotations.changed', payload: inArticle, touches: 'article' })

/** It was told in which language comments are that were there already: of this one and of some behind it. */
export const languagesTold = event({
  kind: 'discussion.languages',
  payload: inArticle.extend({ about: idOf<'comment'>().optional() }),
  touches: 'article',
})

/** No more comments than these, one after the other, are told at once. */
export const LANGUAGES_AT_ONCE = 200

/** Many comments came at once that no entry names. */
export const discussionImported = event({
  kind: 'discussion.imported',
  payload: inArticle.extend({ about: idOf<'article'>().optional() }),
  touches: 'article',
})

/** After these a comment looks otherwise than before. */
export const COMMENT_EVENTS = [
  commentPosted,
  commentEdited,
  commentRemoved,
  commentRestored,
  commentUnnamed,
  commentLocked,
  commentQuoted,
  commentReacted,
  quotationChanged,
]

export const events = [
  ...COMMENT_EVENTS,
  commentHeld,
  commentEditHeld,
  commentEditDecided,
  branchMoved,
  quotationsChanged,
  languagesTold,
  discussionImported,
]
