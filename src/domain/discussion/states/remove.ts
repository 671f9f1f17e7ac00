import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import type { Comment } from '../comments/comment.ts'
import * as comments from '../comments/comments.ts'
import { commentRemoved, commentRestored } from '../events.ts'
import * as quotations from '../quotations/quotations.ts'
import { tellQuotedByMany, tellQuotersOf } from '../quotations/tell-quotations.ts'
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
  const [, comment] = await Promise.all([comments.lockDiscussion(tx, articleId), comments.keptById(tx, id)])
  if (!comment || comment.state === 'removed') return false
  await removeMany(tx, [comment], removal, at)
  return true
}

/** The same for many that stand or are held, whose discussions nothing else can change until this is done. */
export async function removeMany(
  tx: Writing,
  those: readonly comments.KeptComment[],
  removal: NewRemoval,
  at: number,
): Promise<void> {
  if (those.length === 0) return
  const seen = those.filter(({ state }) => state === 'stands')
  const ids = seen.map(({ id }) => id)
  const [quoted] = await Promise.all([
    quotations.quotedInMany(tx, ids),
    removals.addRemovals(tx, those, removal),
    comments.showRemoved(
      tx,
      those.map(({ id }) => id),
    ),
    ...[...Map.groupBy(seen, ({ articleId }) => articleId)].map(([articleId, gone]) =>
      comments.countVisible(tx, articleId, -gone.length),
    ),
  ])
  for (const { id: about, articleId } of seen) tx.note(commentRemoved, { about, articleId, at })
  await tellQuotedByMany(tx, quoted, -1, at)
  await tellQuotersOf(tx, ids, at)
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
  const [, comment, wording] = await Promise.all([
    comments.lockDiscussion(tx, articleId),
    comments.keptById(tx, id),
    comments.latestWording(tx, id),
  ])
  if (!comment?.removalId) throw new Trouble('conflict', 'removal.none')
  if (!wording) throw new Trouble('conflict', 'removal.words-unknown')
  await removals.addRestoration(tx, { articleId, removalId: comment.removalId, byId, note, at })
  if (comment.ordinal === null) return void (await comments.show(tx, id, { state: 'held', removalId: null }))
  const { html, plain } = wording
  await comments.show(tx, id, { state: 'stands', removalId: null, html, plain, appealedAt: onAppeal ? at : null })
  await follow(tx, comment, at)
}

/** What else changes with words that come back. */
async function follow(
  tx: Writing,
  { id: about, articleId }: Pick<Comment, 'id' | 'articleId'>,
  at: number,
): Promise<void> {
  const [quoted] = await Promise.all([
    quotations.quotedInMany(tx, [about]),
    comments.countVisible(tx, articleId, 1),
    rate(tx, about),
  ])
  tx.note(commentRestored, { about, articleId, at })
  await tellQuotedByMany(tx, quoted, 1, at)
  await tellQuotersOf(tx, [about], at)
}
