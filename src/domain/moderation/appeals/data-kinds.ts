import { DAY_MS } from '../../../kit/clock.ts'
import type { Sweep } from '../../../store/index.ts'
import { type ArchiveList, type DataKind, type EraseSome, iso, rowsAfter, unnameRows } from '../../people/index.ts'
import type { Appeal } from './appeal.ts'
import type { AppealTables } from './tables.ts'

/** So long the words of an appeal are kept after it was decided. */
const KEPT_MS = 184 * DAY_MS
const AT_ONCE = 500

const appealsList: ArchiveList = {
  file: 'appeals',
  async *rows(db, { person }) {
    const theirs = db.look<AppealTables>().selectFrom('appeal').selectAll().where('personId', '=', person.id)
    const next = (last: Appeal | undefined, limit: number) =>
      theirs
        .where('id', '>', last?.id ?? (0 as Appeal['id']))
        .orderBy('id')
        .limit(limit)
        .execute()
    for await (const { words, at, state, decidedAt } of rowsAfter(next))
      yield { words, at: iso(at), state, decidedAt: iso(decidedAt) }
  },
}

const eraseWords: EraseSome = async (tx, { personId }) => {
  const theirs = tx.look<AppealTables>().selectFrom('appeal').select('id').where('personId', '=', personId)
  const some = theirs.where('words', '<>', '').limit(AT_ONCE)
  const appeals = tx.change<AppealTables>().updateTable('appeal').set({ words: '' }).where('id', 'in', some)
  return Number((await appeals.executeTakeFirst()).numUpdatedRows) === AT_ONCE ? 0 : undefined
}

const sweepWords: Sweep = async (tx, now) => {
  const old = tx
    .look<AppealTables>()
    .selectFrom('appeal')
    .select('id')
    .where('decidedAt', '<', now - KEPT_MS)
  const some = old.where('words', '<>', '').limit(AT_ONCE)
  const appeals = tx.change<AppealTables>().updateTable('appeal').set({ words: '' }).where('id', 'in', some)
  return Number((await appeals.executeTakeFirst()).numUpdatedRows) === AT_ONCE
}

export const dataKinds: readonly DataKind[] = [
  {
    name: 'appeals',
    tables: ['appeal'],
    purpose: 'Why somebody objects to a decision that concerns them, and what came of it.',
    term: 'while the publication stands; the words for 184 days after it was decided',
    archived: 'everything',
    lists: [appealsList],
    erased: 'that somebody objected, and what came of it',
    erases: [eraseWords, unnameRows('appeal', 'personId')],
    sweeps: [sweepWords],
  },
]
