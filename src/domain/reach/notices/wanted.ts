import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import { CHANNEL_NAMES } from '../channels/channels.ts'
import type { ReachTables } from '../tables.ts'
import { NOTICE_KINDS, type NoticeKind } from './notice.ts'

/** The kinds of which somebody wants to be told: at all, and of these by each channel, too. */
export interface Wanted {
  page: NoticeKind[]
  [channel: string]: NoticeKind[]
}

export async function wantedKinds(db: Reading, personId: PersonId): Promise<Wanted> {
  const off = db.look<ReachTables>().selectFrom('noticeOff').select('kind').where('personId', '=', personId)
  const offBy = db.look<ReachTables>().selectFrom('noticeOffBy').select(['channel', 'kind'])
  const unwanted = (await off.execute()).map(({ kind }) => kind)
  const unwantedBy = await offBy.where('personId', '=', personId).execute()
  const by = (channel: string) => unwantedBy.filter((one) => one.channel === channel).map(({ kind }) => kind)
  const byChannel = CHANNEL_NAMES.map((channel) => [channel, allBut(by(channel))])
  return { ...Object.fromEntries(byChannel), page: allBut(unwanted) }
}

export async function wantKinds(tx: Writing, personId: PersonId, wanted: Wanted, at: number): Promise<void> {
  const db = tx.change<ReachTables>()
  await tx.inTurn(`notices of ${personId}`)
  await db.deleteFrom('noticeOff').where('personId', '=', personId).execute()
  await db.deleteFrom('noticeOffBy').where('personId', '=', personId).execute()
  const off = allBut(wanted.page).map((kind) => ({ personId, kind, at }))
  if (off.length > 0) await db.insertInto('noticeOff').values(off).execute()
  const offBy = CHANNEL_NAMES.flatMap((channel) =>
    allBut(wanted[channel] ?? []).map((kind) => ({ personId, channel, kind, at })),
  )
  if (offBy.length > 0) await db.insertInto('noticeOffBy').values(offBy).execute()
}

function allBut(kinds: readonly NoticeKind[]) {
  return NOTICE_KINDS.filter((kind) => !kinds.includes(kind))
}
