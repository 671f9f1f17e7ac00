import { sql } from 'kysely'
import { padded, type Reading, type Writing } from '../../../store/index.ts'
import type { ArticleId, EditionId } from '../../articles/index.ts'
import type { PersonTables } from '../../people/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { stands } from '../comments/stands.ts'
import type { DiscussionTables } from '../tables.ts'
import type { NewQuotation, Quotation, QuotationState } from './quotation.ts'
import { firstQuotersOf } from './quoters.ts'

type Tables = DiscussionTables & PersonTables

const AT_ONCE = 500

export function inComment(db: Reading, commentId: CommentId) {
  const quotations = db.look<Tables>().selectFrom('quotation').selectAll()
  return quotations.where('commentId', '=', commentId).orderBy('slot').execute()
}

/** Who quoted a comment, oldest first, after a quotation's number; those who have been removed are left out. */
export function ofComment(db: Reading, commentId: CommentId, after: number, limit: number) {
  return db
    .look<Tables>()
    .selectFrom('quotation')
    .innerJoin('comment', 'comment.id', 'quotation.commentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select([
      'quotation.id',
      'quotation.words',
      'quotation.commentId',
      'comment.label',
      'comment.postedAt',
      'person.name',
    ])
    .where('quotation.ofCommentId', '=', commentId)
    .where('quotation.id', '>', after)
    .where(stands('comment'))
    .orderBy('quotation.id')
    .limit(limit)
    .execute()
}

/** The comments that quote an edition, oldest first, each with the words that it quotes; those that have been removed are left out. */
export function ofEdition(db: Reading, editionId: EditionId, limit: number) {
  return db
    .look<Tables>()
    .selectFrom('quotation')
    .innerJoin('comment', 'comment.id', 'quotation.commentId')
    .select(['quotation.words', 'quotation.commentId', 'comment.label'])
    .where('quotation.ofEditionId', '=', editionId)
    .where(stands('comment'))
    .orderBy('quotation.id')
    .limit(limit)
    .execute()
}

export async function add(
  tx: Writing,
  articleId: ArticleId,
  commentId: CommentId,
  quotations: readonly NewQuotation[],
) {
  if (quotations.length === 0) return
  const rows = quotations.map((quotation) => ({ ...quotation, articleId, commentId }))
  await tx.change<Tables>().insertInto('quotation').values(rows).execute()
}

/** Puts all that a comment quotes with the wording of this number, which another takes the place of. */
export async function putAway(tx: Writing, quotations: readonly Quotation[], number: number): Promise<void> {
  if (quotations.length === 0) return
  const rows = quotations.map(({ id, ...quotation }) => ({ ...quotation, number }))
  await tx.change<Tables>().insertInto('formerQuotation').values(rows).execute()
  const ids = quotations.map(({ id }) => id)
  await tx.change<Tables>().deleteFrom('quotation').where('id', 'in', padded(ids)).execute()
}

/** What the earlier wordings of a comment quoted, each with the number of its wording. */
export function formerlyIn(db: Reading, commentId: CommentId) {
  const quotations = db.look<Tables>().selectFrom('formerQuotation').selectAll()
  return quotations.where('commentId', '=', commentId).orderBy('number').orderBy('slot').execute()
}

/** The comments that a comment quotes. */
export async function quotedIn(tx: Writing, commentId: CommentId): Promise<CommentId[]> {
  const quotations = tx.look<Tables>().selectFrom('quotation').select('ofCommentId').distinct()
  const rows = await quotations.where('commentId', '=', commentId).where('ofCommentId', 'is not', null).execute()
  return rows.map(({ ofCommentId }) => ofCommentId!)
}

/** Which comments these quote, each as often as it is quoted by another of them. */
export async function quotedInMany(
  db: Reading,
  ids: readonly CommentId[],
): Promise<{ commentId: CommentId; ofCommentId: CommentId; articleId: ArticleId }[]> {
  if (ids.length === 0) return []
  const quotations = db.look<Tables>().selectFrom('quotation').select(['commentId', 'ofCommentId', 'articleId'])
  const rows = await quotations
    .distinct()
    .where('commentId', 'in', padded([...ids]))
    .where('ofCommentId', 'is not', null)
    .execute()
  return rows.map(({ ofCommentId, ...row }) => ({ ...row, ofCommentId: ofCommentId! }))
}

/** Says of these comments that one more comment quotes them, or one less, once it does, or no longer does. */
export async function countQuoter(tx: Writing, quoted: readonly CommentId[], by: number): Promise<void> {
  if (quoted.length === 0) return
  const quotedBy = sql<number>`${sql.ref('quotedBy')} + ${by}`
  const comments = tx.change<Tables>().updateTable('comment').where('id', 'in', quoted)
  await comments.set({ quotedBy, quoters: firstQuotersOf('comment') }).execute()
}

/** A passage that words are quoted from. */
export type Passage = { commentId: CommentId } | { editionId: EditionId }

/** Where quotations are kept: of the wordings that stand, and of those before them. */
type Quoting = 'quotation' | 'formerQuotation'

/** Says of every quotation of a passage, in earlier wordings too, whether its words still stand there. */
export async function recheck(tx: Writing, passage: Passage, stands: (words: string) => boolean): Promise<void> {
  for (const table of ['quotation', 'formerQuotation'] as const) await recheckIn(table)

  async function recheckIn(table: Quoting) {
    for (let after = 0; ; ) {
      const rows = await quotationsOf(tx, table, passage, after)
      const turned = rows.filter(({ words, state }) => state !== stateOf(words))
      for (const [state, those] of Map.groupBy(turned, ({ words }) => stateOf(words)))
        await turn(tx, table, those, state)
      if (rows.length < AT_ONCE) return
      after = rows.at(-1)!.id
    }
  }

  function stateOf(words: string): QuotationState {
    return stands(words) ? 'standing' : 'changed'
  }
}

async function turn(tx: Writing, table: Quoting, quotations: readonly { id: number }[], state: QuotationState) {
  const ids = padded(quotations.map(({ id }) => id))
  await tx.change<Tables>().updateTable(table).set({ state }).where('id', 'in', ids).execute()
}

/** The comments that quote a passage, so many at most. */
export async function quotersOf(db: Reading, passage: Passage, limit: number): Promise<CommentId[]> {
  const rows = await of(db, 'quotation', passage).select('commentId').distinct().limit(limit).execute()
  return rows.map(({ commentId }) => commentId)
}

/** The comments that quote any of these, so many at most. */
export function quotersOfMany(
  db: Reading,
  ids: readonly CommentId[],
  limit: number,
): Promise<{ commentId: CommentId; articleId: ArticleId }[]> {
  if (ids.length === 0) return Promise.resolve([])
  const quotations = db.look<Tables>().selectFrom('quotation').select(['commentId', 'articleId']).distinct()
  return quotations
    .where('ofCommentId', 'in', padded([...ids]))
    .limit(limit)
    .execute()
}

function quotationsOf(db: Reading, table: Quoting, passage: Passage, after: number) {
  const columns = ['id', 'words', 'state'] as const
  return of(db, table, passage).select(columns).where('id', '>', after).orderBy('id').limit(AT_ONCE).execute()
}

function of(db: Reading, table: Quoting, passage: Passage) {
  const quotations = db.look<Tables>().selectFrom(table)
  return 'commentId' in passage
    ? quotations.where('ofCommentId', '=', passage.commentId)
    : quotations.where('ofEditionId', '=', passage.editionId)
}
