import { sql } from 'kysely'
import type { Reading } from '../../../store/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import type { Decision, DecisionKind } from '../decisions/decision.ts'
import type { ModerationTables } from '../tables.ts'
import type { Example } from './training.ts'

/** What each decision says of a comment's words; all others say nothing. */
const REMOVED: readonly DecisionKind[] = ['remove', 'remove-branch']
const KEPT: readonly DecisionKind[] = ['keep', 'restore', 'let-in']

/** What can be learnt of, the oldest first, and the last decision that was looked at. */
export interface Lessons {
  examples: Example[]
  removed: number
  kept: number
  upTo: number
}

/**
 * The words that moderators decided on last, each as the last decision says; machines' own decisions teach nothing. Few
 * comments are kept by a decision, so beside each that was removed stands the one before it in that discussion which nobody minded.
 */
export async function lessons(db: Reading, most: number): Promise<Lessons> {
  const decided = await latestDecided(db, most / 2)
  const seen = new Set<number>()
  const examples: Example[] = []
  for (const { commentId, isRemoved, plain, articleId } of decided) {
    if (seen.has(commentId)) continue
    seen.add(commentId)
    if (plain !== null) examples.push({ words: plain, isRemoved })
    const neighbour = isRemoved ? await unmindedBefore(db, articleId, commentId) : undefined
    if (!neighbour || seen.has(neighbour.id)) continue
    seen.add(neighbour.id)
    examples.push({ words: neighbour.plain, isRemoved: false })
  }
  const removed = examples.filter(({ isRemoved }) => isRemoved).length
  const upTo = decided[0]?.decisionId ?? 0
  return { examples: examples.toReversed(), removed, kept: examples.length - removed, upTo }
}

/** How many decisions came after one of which something could be learnt. */
export async function decisionsSince(db: Reading, upTo: number): Promise<number> {
  const after = teaching(db).where('decision.id', '>', upTo as Decision['id'])
  return (await after.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
}

async function latestDecided(db: Reading, limit: number) {
  const rows = teaching(db)
    .leftJoin('commentRevision', (join) =>
      join
        .onRef('commentRevision.commentId', '=', 'decisionComment.commentId')
        .onRef('commentRevision.number', '=', 'decisionComment.revision'),
    )
    .select(['decision.id as decisionId', 'decision.kind', 'decisionComment.commentId', 'decisionComment.articleId'])
    .select('commentRevision.plain')
    .orderBy('decisionComment.decisionId', 'desc')
    .orderBy('decisionComment.commentId', 'desc')
    .limit(limit)
  return (await rows.execute()).map(({ kind, ...rest }) => ({ ...rest, isRemoved: REMOVED.includes(kind) }))
}

function teaching(db: Reading) {
  const kinds = [...REMOVED, ...KEPT]
  return db
    .look<ModerationTables & DiscussionTables>()
    .selectFrom('decisionComment')
    .innerJoin('decision', 'decision.id', 'decisionComment.decisionId')
    .where('decision.undoneAt', 'is', null)
    .where('decision.automated', '=', 0)
    .where('decision.kind', 'in', kinds)
}

async function unmindedBefore(db: Reading, articleId: number, commentId: number) {
  const before = db.look<DiscussionTables>().selectFrom('comment').select(['id', 'plain'])
  const row = await before
    .where('articleId', '=', articleId as never)
    .where('id', '<', commentId as never)
    .where('state', '=', 'stands')
    .where(sql<boolean>`not exists (select 1 from "decisionComment" as d where d."commentId" = "comment"."id")`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.plain ? { id: row.id, plain: row.plain } : undefined
}
