import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { ReachTables } from '../tables.ts'
import { CHANNELS, type Channel, NOTICE_KINDS, type NoticeKind } from './notice.ts'

/** The kinds of which somebody wants to be told: at all, and of these by each channel, too. */
export interface Wanted extends Record<Channel, NoticeKind[]> {
  page: NoticeKind[]
}

export async function wantedKinds(db: Reading, personId: PersonId): Promise<Wanted> {
  const off = db.look<ReachTables>().selectFrom('noticeOff').select('kind').where('personId', '=', personId)
  const offBy = db.look<ReachTables>().selectFrom('noticeOffBy').select(['channel', 'kind'])
  const unwanted = (await off.execute()).map(({ kind }) => kind)
  const unwantedBy = await offBy.where('personId', '=', personId).execute()
  const by = (channel: Channel) => unwantedBy.filter((one) => one.channel === channel).map(({ kind }) => kind)
  return { page: allBut(unwanted), mail: allBut(by('mail')), push: allBut(by('push')) }
}

export async function wantKinds(tx: Writing, personId: PersonId, wanted: Wanted, at: number): Promise<void> {
  const db = tx.change<ReachTables>()
  await db.deleteFrom('noticeOff').where('personId', '=', personId).execute()
  await db.deleteFrom('noticeOffBy').where('personId', '=', personId).execute()
  const off = allBut(wanted.page).map((kind) => ({ personId, kind, at }))
  if (off.length > 0) await db.insertInto('noticeOff').values(off).execute()
  const offBy = CHANNELS.flatMap((channel) => allBut(wanted[channel]).map((kind) => ({ personId, channel, kind, at })))
  if (offBy.length > 0) await db.insertInto('noticeOffBy').values(offBy).execute()
}

/** The notices after one that a channel tells, too. */
export function noticesBy(db: Reading, channel: Channel, after: number) {
  return db
    .look<ReachTables>()
    .selectFrom('notification')
    .leftJoin('noticeOffBy as off', (join) =>
      join
        .onRef('off.personId', '=', 'notification.personId')
        .onRef('off.kind', '=', 'notification.kind')
        .on('off.channel', '=', channel),
    )
    .where('notification.id', '>', after)
    .where('off.at', 'is', null)
}

function allBut(kinds: readonly NoticeKind[]) {
  return NOTICE_KINDS.filter((kind) => !kinds.includes(kind))
}
