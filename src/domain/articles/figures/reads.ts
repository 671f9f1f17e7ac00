import { sql } from 'kysely'
import { DAY_MS } from '../../../kit/clock.ts'
import { typedAs } from '../../../kit/zone.ts'
import type { Reading, Sweep, Writing } from '../../../store/index.ts'
import type { EditionId } from '../editions/edition.ts'
import { publicationOf } from '../publication/publications.ts'
import type { ArticleTables } from '../tables.ts'
import { type EditionReads, NO_READS, READ_COUNTS, type ReadCount } from './read-counter.ts'
import type { Day, ReadsOnDay } from './reads-on-day.ts'

const AT_ONCE = 500

export function dayOf(zone: string, at: number): Day {
  return typedAs(zone, at).slice(0, 10)
}

/** Adds what was counted to the day of a moment; several processes add to the same. */
export async function addReads(tx: Writing, reads: readonly EditionReads[], at: number): Promise<void> {
  const day = dayOf((await publicationOf(tx)).zone, at)
  for (let from = 0; from < reads.length; from += AT_ONCE) {
    const some = reads.slice(from, from + AT_ONCE).toSorted((a, b) => a.editionId - b.editionId)
    const known = tx.look<ArticleTables>().selectFrom('edition').select('id')
    const there = await known
      .where(
        'id',
        'in',
        some.map(({ editionId }) => editionId),
      )
      .execute()
    const rows = some
      .filter(({ editionId }) => there.some(({ id }) => id === editionId))
      .map((row) => ({ ...row, day }))
    if (rows.length === 0) continue
    const insert = tx.change<ArticleTables>().insertInto('readsOnDay').values(rows)
    await insert
      .onConflict((c) =>
        c
          .columns(['editionId', 'day'])
          .doUpdateSet((e) =>
            Object.fromEntries(
              READ_COUNTS.map((what) => [
                what,
                sql<number>`${e.ref(`readsOnDay.${what}`)} + ${e.ref(`excluded.${what}`)}`,
              ]),
            ),
          ),
      )
      .execute()
  }
}

/** How an edition was read day by day, the last first. */
export function readsOfEdition(db: Reading, editionId: EditionId, limit: number): Promise<ReadsOnDay[]> {
  const days = db.look<ArticleTables>().selectFrom('readsOnDay').selectAll().where('editionId', '=', editionId)
  return days.orderBy('day', 'desc').limit(limit).execute()
}

/** How all was read on each day from one on, the last first. */
export async function readsByDay(db: Reading, since: Day): Promise<(Record<ReadCount, number> & { day: Day })[]> {
  const rows = await db
    .look<ArticleTables>()
    .selectFrom('readsOnDay')
    .select('day')
    .select((e) => READ_COUNTS.map((what) => e.fn.sum<number>(what).as(what)))
    .where('day', '>=', since)
    .groupBy('day')
    .orderBy('day', 'desc')
    .execute()
  return rows.map(({ day, ...counts }) => ({ day, ...asNumbers(counts) }))
}

/** The editions that were read most from a day on. */
export async function mostRead(db: Reading, since: Day, limit: number) {
  const rows = await db
    .look<ArticleTables>()
    .selectFrom('readsOnDay')
    .select('editionId')
    .select((e) => READ_COUNTS.map((what) => e.fn.sum<number>(what).as(what)))
    .where('day', '>=', since)
    .groupBy('editionId')
    .orderBy(sql`sum("site" + "search" + "feed" + "elsewhere" + "unsaid")`, 'desc')
    .orderBy('editionId', 'desc')
    .limit(limit)
    .execute()
  const ids = rows.map(({ editionId }) => editionId)
  const titles = ids.length === 0 ? [] : await titlesOf(db, ids)
  return rows.flatMap(({ editionId, ...counts }) => {
    const edition = titles.find(({ id }) => id === editionId)
    return edition ? [{ ...edition, ...asNumbers(counts) }] : []
  })
}

function titlesOf(db: Reading, ids: readonly EditionId[]) {
  return db
    .look<ArticleTables>()
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.latestId')
    .select(['edition.id', 'edition.articleId', 'edition.language', 'revision.title'])
    .where('edition.id', 'in', ids)
    .execute()
}

/** @NOTE a sum of whole numbers may come as text. */
function asNumbers(counts: Partial<Record<ReadCount, unknown>>): Record<ReadCount, number> {
  return Object.fromEntries(READ_COUNTS.map((what) => [what, Number(counts[what] ?? NO_READS[what])])) as Record<
    ReadCount,
    number
  >
}

/** So long it is known on which day something was read. */
const KEPT_DAYS = 750

/** Forgets how things were read long ago. */
export const sweepReads: Sweep = async (tx, now) => {
  const before = dayOf('UTC', now - KEPT_DAYS * DAY_MS)
  const old = tx.look<ArticleTables>().selectFrom('readsOnDay').select(['editionId', 'day']).where('day', '<', before)
  const some = await old.orderBy('day').limit(AT_ONCE).execute()
  for (const { editionId, day } of some) {
    const row = tx.change<ArticleTables>().deleteFrom('readsOnDay').where('editionId', '=', editionId)
    await row.where('day', '=', day).execute()
  }
  return some.length === AT_ONCE
}
