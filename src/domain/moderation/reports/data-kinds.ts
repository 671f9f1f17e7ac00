import { DAY_MS } from '../../../kit/clock.ts'
import type { Sweep } from '../../../store/index.ts'
import { type DataKind, type EraseSome, mailOf, unnameRows } from '../../people/index.ts'
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

const NOBODY = { name: '', mail: '', law: '', address: '', answer: '', personId: null }

const sweepNotices: Sweep = async (tx, now) => {
  const old = tx
    .look<ReportTables>()
    .selectFrom('report')
    .select('id')
    .where('answeredAt', '<', now - KEPT_MS)
  const notices = tx.look<ReportTables>().selectFrom('legalNotice').select('reportId').where('address', '<>', '')
  const some = notices.where('reportId', 'in', old).limit(AT_ONCE)
  const swept = tx.change<ReportTables>().updateTable('legalNotice').set(NOBODY).where('reportId', 'in', some)
  return Number((await swept.executeTakeFirst()).numUpdatedRows) === AT_ONCE
}

/** By number, and by the address under which the same person signs in. */
const eraseNotices: EraseSome = async (tx, { personId }) => {
  const notices = tx.look<ReportTables>().selectFrom('legalNotice').select('reportId')
  const mail = await mailOf(tx, personId)
  const theirs = notices.where((e) => e.or([e('personId', '=', personId), ...(mail ? [e('mail', '=', mail)] : [])]))
  const ids = (await theirs.limit(AT_ONCE).execute()).map(({ reportId }) => reportId)
  if (ids.length === 0) return
  await tx.change<ReportTables>().updateTable('report').set({ words: '' }).where('id', 'in', ids).execute()
  await tx.change<ReportTables>().updateTable('legalNotice').set(NOBODY).where('reportId', 'in', ids).execute()
  return 0
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
  {
    name: 'notices of illegal content',
    tables: ['legalNotice'],
    purpose: 'Who says that something is against the law, by which law, and how they are answered, as the law asks.',
    term: '184 days after the answer; then that there was one, and when',
    archived: 'nothing; each has a page of its own, to which its receipt leads',
    erased: 'that somebody gave notice, by nobody in particular',
    erases: [eraseNotices],
    sweeps: [sweepNotices],
  },
]
