import { sql } from 'kysely'
import { DAY_MS, HOUR_MS } from '../../../kit/clock.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { type CommentId, type DiscussionTables, ROOT } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { Report, ReportId } from './report.ts'
import type { ReportTables } from './tables.ts'
import { LOOKED_BACK, type Record } from './weight.ts'

/** How a person reported a comment; told to them and to moderators alone. */
export function reportBy(db: Reading, personId: PersonId, commentId: CommentId): Promise<Report | undefined> {
  const reports = db.look<ReportTables>().selectFrom('report').selectAll().where('commentId', '=', commentId)
  return reports.where('personId', '=', personId).executeTakeFirst()
}

/** The latest reports of a comment, the newest first. */
export function reportsOf(db: Reading, commentId: CommentId, limit = 100): Promise<Report[]> {
  const reports = db.look<ReportTables>().selectFrom('report').selectAll().where('commentId', '=', commentId)
  return reports.orderBy('id', 'desc').limit(limit).execute()
}

export interface Reported {
  count: number
  /** What they weigh together, in hundredths. */
  weight: number
}

const NONE: Reported = { count: 0, weight: 0 }

/** The threads in which something was reported since a moment; undefined where that is more than `most`. */
export async function threadsReported(db: Reading, since: number, most: number): Promise<Set<CommentId> | undefined> {
  const reports = db.look<ReportTables>().selectFrom('report').select('rootId').distinct().where('at', '>=', since)
  const rows = await reports.limit(most + 1).execute()
  return rows.length > most ? undefined : new Set(rows.map(({ rootId }) => rootId as CommentId))
}

/** How many reports came in a thread since a moment, whatever became of them. */
async function reportedInThread(db: Reading, rootId: CommentId, since: number): Promise<Reported> {
  const reports = db.look<ReportTables>().selectFrom('report').where('rootId', '=', rootId).where('at', '>=', since)
  return (await reports.select(reported).executeTakeFirst()) ?? NONE
}

/** More reported comments of a thread are not looked at to see whether they stand in a branch, nor more steps upwards. */
const MOST_LOOKED_AT = 200
const MOST_STEPS = 100

/** The same below a comment and of itself, by the latest reports of its thread. */
export async function reportedInBranch(
  db: Reading,
  { id, rootId }: { id: CommentId; rootId: CommentId },
  since: number,
): Promise<Reported> {
  if (id === rootId) return reportedInThread(db, rootId, since)
  const latest = db
    .look<ReportTables>()
    .selectFrom('report')
    .select(['commentId', 'weight'])
    .where('rootId', '=', rootId)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(MOST_LOOKED_AT)
  const reports = await latest.execute()
  const inside = await under(db, id, [...new Set(reports.map(({ commentId }) => commentId))])
  const within = reports.filter(({ commentId }) => inside.has(commentId))
  return { count: within.length, weight: within.reduce((sum, { weight }) => sum + weight, 0) }
}

/** Which of these stand in the branch of a comment, looking upwards from all of them at once. */
async function under(db: Reading, id: CommentId, ids: readonly number[]): Promise<Set<number>> {
  const inside = new Set<number>()
  let above = new Map(ids.map((one) => [one, one]))
  for (let step = 0; above.size > 0 && step < MOST_STEPS; step++) {
    for (const [from, at] of above) if (at === id) inside.add(from)
    const going = [...above].filter(([, at]) => at !== id && at !== ROOT)
    const parents = await parentsOf(db, [...new Set(going.map(([, at]) => at))])
    above = new Map(going.map(([from, at]) => [from, parents.get(at) ?? ROOT]))
  }
  return inside
}

async function parentsOf(db: Reading, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const comments = db.look<DiscussionTables>().selectFrom('comment').select(['id', 'parentId'])
  const rows = await comments.where('id', 'in', ids as CommentId[]).execute()
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

/** How often somebody reported within an hour and within a day, and when first in each. */
export function reportedLately(db: Reading, personId: PersonId, now: number) {
  const lately = db.look<ReportTables>().selectFrom('report').where('personId', '=', personId)
  return lately
    .where('at', '>', now - DAY_MS)
    .select((e) => [
      e.fn.countAll<number>().as('today'),
      sql<number>`cast(coalesce(sum(case when "at" > ${now - HOUR_MS} then 1 else 0 end), 0) as bigint)`.as('thisHour'),
      e.fn.min<number | null>('at').as('firstToday'),
      sql<number | null>`min(case when "at" > ${now - HOUR_MS} then "at" end)`.as('firstThisHour'),
    ])
    .executeTakeFirstOrThrow()
}

/** What came of somebody's latest reports that were answered. */
export async function recordOf(db: Reading, personId: PersonId): Promise<Record> {
  const answered = db.look<ReportTables>().selectFrom('report').select('state').where('personId', '=', personId)
  const latest = answered.where('state', '<>', 'open').orderBy('id', 'desc').limit(LOOKED_BACK)
  const states = await latest.execute()
  const of = (wanted: Report['state']) => states.filter(({ state }) => state === wanted).length
  return { upheld: of('upheld'), unfounded: of('unfounded') }
}

/** Nothing where the same person reported the comment before. */
export async function addReport(
  tx: Writing,
  report: Omit<Report, 'id' | 'state' | 'answeredAt'>,
): Promise<ReportId | undefined> {
  const row = { ...report, state: 'open' as const, answeredAt: null }
  const insert = tx.change<ReportTables>().insertInto('report').values(row)
  return (
    await insert
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id
}

/** Answers all open reports of a comment; gives those that it answered. */
export function answerOpen(
  tx: Writing,
  commentId: CommentId,
  state: Exclude<Report['state'], 'open'>,
  at: number,
): Promise<Pick<Report, 'id' | 'articleId' | 'personId' | 'kind'>[]> {
  const open = tx.change<ReportTables>().updateTable('report').where(IS_OPEN).where('commentId', '=', commentId)
  return open.set({ state, answeredAt: at }).returning(['id', 'articleId', 'personId', 'kind']).execute()
}

/** @NOTE spelled out, for an index of these rows alone is not used where the state is a value that comes later. */
const IS_OPEN = sql<boolean>`"report"."state" = 'open'`

const reported = () => [
  sql<number>`count(*)`.as('count'),
  sql<number>`cast(coalesce(sum("report"."weight"), 0) as bigint)`.as('weight'),
]
