import { sql } from 'kysely'
import { oneOf, type Reading, type Trigger, type Writing } from '../../../store/index.ts'
import { type ArticleId, articleById, articleChanged, type SectionId } from '../../articles/index.ts'
import {
  branchMoved,
  type CommentId,
  commentEditDecided,
  commentEditHeld,
  commentHeld,
  commentRemoved,
  type KeptComment,
  keptCommentById,
  lockDiscussion,
  removalInForce,
} from '../../discussion/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import { commentReported } from '../reports/events.ts'
import type { ModerationTables } from '../tables.ts'
import type { Case, CaseId, CaseReason } from './case.ts'
import { close, openCaseOf } from './cases.ts'

const isHold = oneOf([commentHeld, commentEditHeld])

/** What comes up is in the queue in the very moment in which it does, and what goes by itself leaves it. */
export const gathering: Trigger = {
  kinds: [
    articleChanged,
    branchMoved,
    commentReported,
    commentHeld,
    commentEditHeld,
    commentEditDecided,
    commentRemoved,
  ],
  async pull(tx, happened) {
    const isDecided = await removedByModerators(
      tx,
      happened.filter((entry) => commentRemoved.is(entry)),
    )
    for (const entry of happened) {
      if (commentRemoved.is(entry) && isDecided.has(entry.about!)) continue
      if (articleChanged.is(entry)) {
        await placeAnew(tx, entry.articleId as ArticleId)
        continue
      }
      const comment = await keptCommentById(tx, entry.about as CommentId)
      if (!comment) continue
      if (branchMoved.is(entry)) await goAlong(tx, comment)
      else if (commentRemoved.is(entry)) await goOnOrEnd(tx, comment, entry.at)
      else if (commentEditDecided.is(entry)) await endUnreported(tx, comment.id, entry.at)
      else await gather(tx, comment, { reason: isHold(entry) ? 'held' : null, at: entry.at })
    }
  },
}

/** Those of many comments that moderators took away, which wait for nobody. */
async function removedByModerators(db: Reading, removed: Parameters<Trigger['pull']>[1]): Promise<Set<number>> {
  if (removed.length === 0) return new Set()
  const ids = removed.map(({ about }) => about as CommentId)
  const comments = db.look<ModerationTables>().selectFrom('comment').where('comment.id', 'in', ids)
  const theirs = comments.innerJoin('removal', 'removal.id', 'comment.removalId').select('comment.id')
  return new Set((await theirs.where('removal.cause', '=', 'moderators').execute()).map(({ id }) => id))
}

/** What waits under an article stands in the section to which the article belongs now. */
async function placeAnew(tx: Writing, articleId: ArticleId): Promise<void> {
  const sectionId = ((await articleById(tx, articleId))?.sectionId ?? null) as SectionId | null
  const cases = tx.change<ModerationTables>().updateTable('moderationCase').set({ sectionId })
  await cases.where('articleId', '=', articleId).where(sql<boolean>`"closedAt" is null`).execute()
}

/** What waits about a branch that was moved, and who reported it, goes with it. */
async function goAlong(tx: Writing, { articleId, rootId }: KeptComment): Promise<void> {
  const tables = tx.change<ModerationTables>()
  const moved = tables
    .selectFrom('comment')
    .select('id')
    .where('articleId', '=', articleId)
    .where('rootId', '=', rootId)
  const sectionId = ((await articleById(tx, articleId))?.sectionId ?? null) as SectionId | null
  await tables.updateTable('report').set({ articleId, rootId }).where('commentId', 'in', moved).execute()
  await tables.updateTable('moderationCase').set({ articleId, sectionId }).where('commentId', 'in', moved).execute()
}

interface Gathered {
  /** Null where reports say it. */
  reason: CaseReason | null
  at: number
  score?: number
}

/** Gathers in the case of a comment what waits to be decided about it; there is one, or none so far. */
export async function gather(tx: Writing, comment: KeptComment, { reason, at, score }: Gathered): Promise<CaseId> {
  await lockDiscussion(tx, comment.articleId)
  const open = await openCaseOf(tx, comment.id)
  const id = open?.id ?? (await openFor(tx, comment, at))
  const reported = await reportedOn(tx, comment.id)
  const { reports, weight } = totalOf(reported)
  const latest = { reports, weight, latestAt: at, ...(score !== undefined && { score }) }
  await tx.change<ModerationTables>().updateTable('moderationCase').set(latest).where('id', '=', id).execute()
  await addReasons(tx, id, [...reported.map(({ reason }) => reason), ...(reason ? [reason] : [])])
  return id
}

/** Counts anew what waits about a comment; where nothing does any more, its case is closed. */
export async function settleCase(tx: Writing, commentId: CommentId, by: Pick<Case, 'outcomeId'>, at: number) {
  const open = await openCaseOf(tx, commentId)
  if (!open || open.reports === 0) return
  const { reports, weight } = totalOf(await reportedOn(tx, commentId))
  await tx
    .change<ModerationTables>()
    .updateTable('moderationCase')
    .set({ reports, weight })
    .where('id', '=', open.id)
    .execute()
  if (reports === 0) await close(tx, open.id, { ...by, at })
}

/** Opens again what a decision had closed, where it still waits and not in another case by now. */
export async function reopen(tx: Writing, comment: KeptComment, outcomeId: DecisionId): Promise<void> {
  const reopened = { closedAt: null, outcomeId: null }
  const cases = tx.change<ModerationTables>().updateTable('moderationCase')
  const closed = cases.where('commentId', '=', comment.id).where('outcomeId', '=', outcomeId)
  const counted = totalOf(await reportedOn(tx, comment.id))
  const waits = counted.reports > 0 || (await isHeld(tx, comment))
  const isOpen = !waits || (await openCaseOf(tx, comment.id))
  await closed.set(isOpen ? { outcomeId: null } : { ...reopened, ...counted }).execute()
}

async function isHeld(db: Reading, { id }: KeptComment): Promise<boolean> {
  const comment = await keptCommentById(db, id)
  return comment?.state === 'held' || (await removalInForce(db, id))?.cause === 'held'
}

/** What moderators took away has its decision, or waits from now on; what went by itself waits for nobody. */
async function goOnOrEnd(tx: Writing, comment: KeptComment, at: number): Promise<void> {
  const cause = (await removalInForce(tx, comment.id))?.cause
  if (cause === 'held') await gather(tx, comment, { reason: 'held', at })
  if (cause === 'held' || cause === 'moderators') return
  await end(tx, comment.id, at)
}

/** Other words wait no more; where nothing else does, neither does the case. */
async function endUnreported(tx: Writing, commentId: CommentId, at: number): Promise<void> {
  if (totalOf(await reportedOn(tx, commentId)).reports === 0) await end(tx, commentId, at)
}

async function end(tx: Writing, commentId: CommentId, at: number): Promise<void> {
  const open = await openCaseOf(tx, commentId)
  if (open) await close(tx, open.id, { outcomeId: null, at })
}

async function openFor(tx: Writing, comment: KeptComment, at: number): Promise<CaseId> {
  const { id: commentId, articleId, authorId: personId, language } = comment
  const sectionId = ((await articleById(tx, articleId))?.sectionId ?? null) as SectionId | null
  const row = { commentId, articleId, sectionId, language, personId, ...NOTHING_YET, openedAt: at, latestAt: at }
  const insert = tx.change<ModerationTables>().insertInto('moderationCase').values(row)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

const NOTHING_YET = {
  reports: 0,
  weight: 0,
  score: 0,
  claimedById: null,
  claimedAt: null,
  closedAt: null,
  outcomeId: null,
}

interface ReportedFor {
  reason: CaseReason
  reports: number
  weight: number
}

/** The open reports of a comment, reason by reason. */
async function reportedOn(db: Reading, commentId: CommentId): Promise<ReportedFor[]> {
  const reports = db.look<ModerationTables>().selectFrom('report').where('commentId', '=', commentId)
  const rows = await reports
    .where(sql<boolean>`"report"."state" = 'open'`)
    .groupBy(['kind', 'ruleId'])
    .select((e) => ['kind', 'ruleId', e.fn.countAll<number>().as('reports'), e.fn.sum<number>('weight').as('weight')])
    .execute()
  return rows.map(({ kind, ruleId, reports: many, weight }) => ({
    reason: kind === 'rule' && ruleId ? `rule:${ruleId}` : kind === 'illegal' ? 'illegal' : 'other',
    reports: Number(many),
    weight: Number(weight),
  }))
}

function totalOf(reported: readonly ReportedFor[]) {
  const sum = (one: 'reports' | 'weight') => reported.reduce((total, row) => total + row[one], 0)
  return { reports: sum('reports'), weight: sum('weight') }
}

async function addReasons(tx: Writing, caseId: CaseId, reasons: readonly CaseReason[]): Promise<void> {
  const rows = [...new Set(reasons)].map((reason) => ({ caseId, reason }))
  if (rows.length === 0) return
  const insert = tx.change<ModerationTables>().insertInto('caseReason').values(rows)
  await insert.onConflict((c) => c.doNothing()).execute()
}
