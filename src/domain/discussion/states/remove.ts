import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import type { Comment } from '../comments/comment.ts'
import * as comments from '../comments/comments.ts'
import { commentRemoved, commentRestored } from '../events.ts'
import * as quotations from '../quotations/quotations.ts'
import { tellQuoted, tellQuoters } from '../quotations/tell-quotations.ts'
import { rate } from '../reactions/reactions.ts'
import type { NewRemoval } from './decisions.ts'
import * as removals from './removals.ts'

/** Takes words away and says why, in a row that alone holds it; false when they have been taken away already. One that was held goes unseen. */
export async function remove(
  tx: Writing,
  { id, articleId }: Pick<Comment, 'id' | 'articleId'>,
  removal: NewRemoval,
  at: number,
): Promise<boolean> {
  await comments.lockDiscussion(tx, articleId)
  const comment = await comments.keptById(tx, id)
  if (!comment || comment.state === 'removed') return false
  const removalId = await removals.addRemoval(tx, comment, removal)
  await comments.show(tx, id, { state: 'removed', removalId, html: null, plain: null })
  await rate(tx, id)
  if (comment.state === 'stands') await follow(tx, comment, -1, at)
  return true
}

/** Removes for good what has been out of sight while it was looked at; false where it is not. */
export async function removeHeld(
  tx: Writing,
  { id, articleId }: Pick<Comment, 'id' | 'articleId'>,
  removal: NewRemoval,
  at: number,
): Promise<boolean> {
  await comments.lockDiscussion(tx, articleId)
  const inForce = await removals.removalInForce(tx, id)
  if (inForce?.cause !== 'held') return false
  const byId = removal.byId ?? null
  await removals.addRestoration(tx, { articleId, removalId: inForce.id, byId, note: '', at })
  const removalId = await removals.addRemoval(tx, { id, articleId }, removal)
  await comments.show(tx, id, { removalId })
  tx.note(commentRemoved, { about: id, articleId, at })
  return true
}

export interface Restoring {
  byId: Comment['authorId']
  note: string
  at: number
  /** Whether an appeal had it restored. */
  onAppeal?: boolean
}

/** Takes a removal back: the last wording stands again, and with it what is quoted of it as it stood. */
export async function restore(
  tx: Writing,
  { id, articleId }: Pick<Comment, 'id' | 'articleId'>,
  { byId, note, at, onAppeal = false }: Restoring,
): Promise<void> {
  await comments.lockDiscussion(tx, articleId)
  const comment = await comments.keptById(tx, id)
  if (!comment?.removalId) throw new Trouble('conflict', 'removal.none')
  const wording = await comments.latestWording(tx, id)
  if (!wording) throw new Trouble('conflict', 'removal.words-unknown')
  await removals.addRestoration(tx, { articleId, removalId: comment.removalId, byId, note, at })
  if (comment.ordinal === null) return void (await comments.show(tx, id, { state: 'held', removalId: null }))
  const { html, plain } = wording
  await comments.show(tx, id, { state: 'stands', removalId: null, html, plain, appealedAt: onAppeal ? at : null })
  await rate(tx, id)
  await follow(tx, comment, 1, at)
}

/** What else changes with words that go or come back. */
async function follow(
  tx: Writing,
  { id: about, articleId }: Pick<Comment, 'id' | 'articleId'>,
  by: 1 | -1,
  at: number,
): Promise<void> {
  await comments.countVisible(tx, articleId, by)
  tx.note(by === 1 ? commentRestored : commentRemoved, { about, articleId, at })
  await tellQuoted(tx, { articleId }, await quotations.quotedIn(tx, about), by, at)
  await tellQuoters(tx, { articleId }, { commentId: about }, at)
}
