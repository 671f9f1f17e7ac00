import { DAY_MS } from '../../../kit/clock.ts'
import type { Sweep } from '../../../store/index.ts'
import { type DataKind, type EraseSome, unnameRows } from '../../people/index.ts'
import { reportsList } from './archived.ts'
import type { ReportTables } from './tables.ts'

/** So long the words of a report are kept after it was answered. */
const KEPT_MS = 184 * DAY_MS

const AT_ONCE = 500

const sweepWords: Sweep = async (tx, now) => {
  const old = tx
    .look<ReportTables>()
    .selectFrom('report')
    .select('id')
    .where('answeredAt', '<', now - KEPT_MS)
  const some = old.where('words', '<>', '').limit(AT_ONCE)
  const reports = tx.change<ReportTables>().updateTable('report').set({ words: '' }).where('id', 'in', some)
  return Number((await reports.executeTakeFirst()).numUpdatedRows) === AT_ONCE
}

const eraseWords: EraseSome = async (tx, { personId }) => {
  const theirs = tx.look<ReportTables>().selectFrom('report').select('id').where('personId', '=', personId)
  const some = theirs.where('words', '<>', '').limit(AT_ONCE)
  const reports = tx.change<ReportTables>().updateTable('report').set({ words: '' }).where('id', 'in', some)
  return Number((await reports.executeTakeFirst()).numUpdatedRows) === AT_ONCE ? 0 : undefined
}

export const dataKinds: readonly DataKind[] = [
  {
    name: 'reports',
    tables: ['report'],
    purpose: 'Says which comments readers want looked at, and why; who reported is shown to moderators alone.',
    term: 'while the discussion stands; its words for 184 days after it was answered',
    archived: 'everything',
    lists: [reportsList],
    erased: 'that somebody reported it, and by which rule; no words, by nobody in particular',
    erases: [eraseWords, unnameRows('report', 'personId')],
    sweeps: [sweepWords],
  },
]
