import { sql } from 'kysely'
import type { Reading } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import type { AppealTables } from '../appeals/tables.ts'
import type { ReportTables } from '../reports/tables.ts'
import { rulesIn } from '../rules.ts'
import type { ModerationTables } from '../tables.ts'

type Tables = ModerationTables & ReportTables & AppealTables

/** What a rule is called, or that it was a law, or that nothing was broken. */
export type GroundFigure = { rule: number; title: string } | 'law' | 'none'

/** What was brought up and decided in one year, counted from the rows. Source of what is to be told: Regulation (EU) 2022/2065, articles 15 and 24. */
export interface Figures {
  year: number
  /** What came in: by a rule, for something else, as illegal. */
  reports: { rule: number; other: number; illegal: number }
  decisions: {
    total: number
    byMachine: number
    foundByMachine: number
    grounds: { ground: GroundFigure; count: number }[]
  }
  /** Milliseconds to the answer that half of them had sooner; null where there was none. */
  medians: { reports: number | null; illegal: number | null; appeals: number | null }
  appeals: { open: number; granted: number; dismissed: number; bySame: number }
}

interface Span {
  from: number
  to: number
}

/** Counts a year in the publication's zone; language is that of the rules' titles. */
export async function figuresOf(db: Reading, year: number, language: string): Promise<Figures> {
  const { zone } = await publicationOf(db)
  const span = { from: newYear(year, zone), to: newYear(year + 1, zone) }
  return {
    year,
    reports: await reportsIn(db, span),
    decisions: await decisionsIn(db, span, language),
    medians: {
      reports: await medianOf(db, span, sql`"report" where "kind" <> 'illegal'`, 'answeredAt'),
      illegal: await medianOf(db, span, sql`"report" where "kind" = 'illegal'`, 'answeredAt'),
      appeals: await medianOf(db, span, sql`"appeal" where "id" > 0`, 'decidedAt'),
    },
    appeals: await appealsIn(db, span),
  }
}

/** The year in which something was decided first, or this one. */
export async function firstYear(db: Reading, now: number): Promise<number> {
  const { zone } = await publicationOf(db)
  const [decision, report] = await Promise.all([
    db.look<Tables>().selectFrom('decision').select('at').orderBy('id').limit(1).executeTakeFirst(),
    db.look<Tables>().selectFrom('report').select('at').orderBy('id').limit(1).executeTakeFirst(),
  ])
  return yearOf(Math.min(decision?.at ?? now, report?.at ?? now), zone)
}

export function yearOf(at: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).year
}

function newYear(year: number, zone: string): number {
  return Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).epochMilliseconds
}

async function reportsIn(db: Reading, { from, to }: Span): Promise<Figures['reports']> {
  const reports = db.look<Tables>().selectFrom('report').where('at', '>=', from).where('at', '<', to)
  const rows = await reports
    .groupBy('kind')
    .select((e) => ['kind' as const, e.fn.countAll<number>().as('count')])
    .execute()
  const of = (kind: string) => Number(rows.find((row) => row.kind === kind)?.count ?? 0)
  return { rule: of('rule'), other: of('other'), illegal: of('illegal') }
}

async function decisionsIn(db: Reading, { from, to }: Span, language: string): Promise<Figures['decisions']> {
  const decisions = db.look<Tables>().selectFrom('decision').where('at', '>=', from).where('at', '<', to)
  const rows = await decisions
    .where('settledAt', 'is not', null)
    .groupBy(['ruleId', 'automated', 'foundBy', sql`"law" is not null`])
    .select((e) => ['ruleId' as const, 'automated' as const, 'foundBy' as const, e.fn.countAll<number>().as('count')])
    .select(sql<number>`max(case when "law" is null then 0 else 1 end)`.as('byLaw'))
    .execute()
  const rules = await rulesIn(db, language)
  const sum = (some: readonly { count: number }[]) => some.reduce((total, { count }) => total + Number(count), 0)
  const byRule = rules.map(({ id, number: rule, title }) => ({
    ground: { rule, title },
    count: sum(rows.filter(({ ruleId }) => ruleId === id)),
  }))
  const gone = await rulesWithoutWords(db)
  const byGone = gone.map(({ id, number: rule }) => ({
    ground: { rule, title: '' },
    count: sum(rows.filter(({ ruleId }) => ruleId === id)),
  }))
  const ofNone = (byLaw: number) => sum(rows.filter((row) => row.ruleId === null && Number(row.byLaw) === byLaw))
  const grounds: { ground: GroundFigure; count: number }[] = [
    ...byRule,
    ...byGone.filter(({ count }) => count > 0),
    { ground: 'law', count: ofNone(1) },
    { ground: 'none', count: ofNone(0) },
  ]
  return {
    total: sum(rows),
    byMachine: sum(rows.filter(({ automated }) => automated === 1)),
    foundByMachine: sum(rows.filter(({ foundBy }) => foundBy === 'machine')),
    grounds,
  }
}

/** Rules that are no more, by which something was decided while they were. */
function rulesWithoutWords(db: Reading) {
  const rules = db.look<Tables>().selectFrom('rule').select(['id', 'number'])
  const worded = db.look<Tables>().selectFrom('ruleWords').select('ruleId')
  return rules.where('id', 'not in', worded).orderBy('number').execute()
}

/** The middle one of all that were answered, or the mean of the two in the middle. */
async function medianOf(db: Reading, { from, to }: Span, those: ReturnType<typeof sql>, answered: string) {
  const took = sql<{ ms: number }>`(select ${sql.ref(answered)} - "at" as "ms" from ${those}
    and ${sql.ref(answered)} is not null and "at" >= ${from} and "at" < ${to})`
  const all = db.look<Tables>().selectFrom(took.as('took'))
  const counted = await all.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const count = Number(counted.count)
  if (count === 0) return null
  const middle = all.select('took.ms').orderBy('took.ms')
  const rows = await middle
    .offset(Math.floor((count - 1) / 2))
    .limit(2 - (count % 2))
    .execute()
  return rows.reduce((sum, { ms }) => sum + Number(ms), 0) / rows.length
}

async function appealsIn(db: Reading, { from, to }: Span): Promise<Figures['appeals']> {
  const appeals = db.look<Tables>().selectFrom('appeal').where('at', '>=', from).where('at', '<', to)
  const rows = await appeals
    .groupBy(['state', 'bySame'])
    .select((e) => ['state' as const, 'bySame' as const, e.fn.countAll<number>().as('count')])
    .execute()
  const sum = (is: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(is).reduce((total, { count }) => total + Number(count), 0)
  return {
    open: sum(({ state }) => state === 'open'),
    granted: sum(({ state }) => state === 'granted'),
    dismissed: sum(({ state }) => state === 'dismissed'),
    bySame: sum(({ bySame }) => bySame === 1),
  }
}
