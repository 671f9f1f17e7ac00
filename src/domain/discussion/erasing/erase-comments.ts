import { sql } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { EraseSome, Erasure } from '../../people/index.ts'
import type { CommentId, CommentState } from '../comments/comment.ts'
import { lockDiscussion } from '../comments/comments.ts'
import { commentRemoved, commentUnnamed } from '../events.ts'
import { tellQuotersOf } from '../quotations/tell-quotations.ts'
import type { DiscussionTables } from '../tables.ts'
import { forgetQuotations, forgetQuotedWords, recountQuoters, unnameQuotations } from './forget-quotations.ts'
import { forgetNotes, forgetRevisionsBefore, forgetWordings } from './forget-words.ts'

/** A comment of whoever is erased. */
export interface Left {
  id: CommentId
  articleId: ArticleId
  state: CommentState
  ordinal: number | null
}

const AT_ONCE = 10

/** Takes the name from what somebody said, or leaves tombstones in its place; what was hidden or said before goes either way. */
export const eraseComments: EraseSome = async (tx, erasure) => {
  const first = await leftBy(tx, erasure)
  for (const articleId of new Set(first.map((one) => one.articleId).toSorted((a, b) => a - b)))
    await lockDiscussion(tx, articleId)
  const left = await leftBy(tx, erasure)
  if (left.length === 0) return
  const stays = ({ state }: Left) => erasure.leaves === 'nameless' && state === 'stands'
  await bury(
    tx,
    left.filter((one) => !stays(one)),
    erasure,
  )
  await keepNameless(tx, left.filter(stays), erasure)
  return 0
}

function leftBy(tx: Writing, { personId }: Erasure): Promise<Left[]> {
  const comments = tx.look<DiscussionTables>().selectFrom('comment').select(['id', 'articleId', 'state', 'ordinal'])
  return comments.where('authorId', '=', personId).orderBy('id').limit(AT_ONCE).execute()
}

async function keepNameless(tx: Writing, left: readonly Left[], { at }: Erasure) {
  if (left.length === 0) return
  const ids = idsOf(left)
  await forgetRevisionsBefore(tx, ids)
  await forgetNotes(tx, ids)
  await unname(tx, ids)
  await unnameQuotations(tx, ids)
  await recountQuoters(tx, await quotedBy(tx, ids), at)
  for (const { id: about, articleId } of left) tx.note(commentUnnamed, { about, articleId, at })
  await tellQuotersOf(tx, ids, at)
}

async function bury(tx: Writing, left: readonly Left[], { at }: Erasure) {
  if (left.length === 0) return
  const [ids, stood] = [idsOf(left), left.filter(({ state }) => state === 'stands')]
  const quoted = await quotedBy(tx, idsOf(stood))
  await removeByAuthor(
    tx,
    left.filter(({ state }) => state !== 'removed'),
    at,
  )
  await forgetWordings(tx, ids)
  await forgetNotes(tx, ids)
  await unname(tx, ids)
  await tellQuotersOf(tx, idsOf(stood), at)
  await forgetQuotations(tx, ids)
  await forgetQuotedWords(tx, ids)
  await recountQuoters(tx, quoted, at)
  await countGone(tx, stood)
  for (const { id: about, articleId } of stood) tx.note(commentRemoved, { about, articleId, at })
}

function idsOf(left: readonly Left[]): CommentId[] {
  return left.map(({ id }) => id)
}

function unname(tx: Writing, ids: readonly CommentId[]) {
  return tx.change<DiscussionTables>().updateTable('comment').set({ authorId: null }).where('id', 'in', ids).execute()
}

async function removeByAuthor(tx: Writing, left: readonly Left[], at: number) {
  if (left.length === 0) return
  const of = { byId: null, cause: 'author', ruleId: null, note: '', at } as const
  const rows = left.map(({ id: commentId, articleId }) => ({ ...of, commentId, articleId }))
  await tx.change<DiscussionTables>().insertInto('removal').values(rows).execute()
}

async function countGone(tx: Writing, stood: readonly Left[]) {
  for (const [articleId, gone] of Map.groupBy(stood, (one) => one.articleId)) {
    const discussion = tx.change<DiscussionTables>().updateTable('discussion').where('articleId', '=', articleId)
    await discussion.set({ visible: sql<number>`"visible" - ${gone.length}` }).execute()
  }
}

/** The comments that these quote. */
async function quotedBy(tx: Writing, ids: readonly CommentId[]): Promise<CommentId[]> {
  if (ids.length === 0) return []
  const quotations = tx.look<DiscussionTables>().selectFrom('quotation').select('ofCommentId').distinct()
  const rows = await quotations.where('commentId', 'in', ids).where('ofCommentId', 'is not', null).execute()
  return rows.map(({ ofCommentId }) => ofCommentId!)
}
