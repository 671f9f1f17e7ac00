import { paths } from '../../addresses/paths.ts'
import type { Reading } from '../../store/index.ts'
import { type ArchiveList, iso, rowsAfter, type Whose } from '../people/index.ts'
import { paceOf } from './channels/mail/mail-wishes.ts'
import { devicesOf } from './channels/push/devices.ts'
import { wantedKinds } from './notices/wanted.ts'
import type { ReachTables } from './tables.ts'

export async function aboutWishes(db: Reading, { person }: Whose): Promise<object> {
  const { page, mail, push } = await wantedKinds(db, person.id)
  return { toldOf: page, alsoByMail: mail, alsoInBrowsers: push, mailed: (await paceOf(db, person.id)) ?? null }
}

export const browsersList: ArchiveList = {
  file: 'browsers',
  async *rows(db, { person }) {
    for (const { endpoint, language, at } of await devicesOf(db, person.id))
      yield { service: new URL(endpoint).host, language, at: iso(at) }
  },
}

export const noticesList: ArchiveList = {
  file: 'notices',
  async *rows(db, { person, origin }) {
    const all = db.look<ReachTables>().selectFrom('notification').select(['id', 'kind', 'commentId', 'at', 'readAt'])
    const next = (last: { id: number } | undefined, limit: number) =>
      all
        .where('personId', '=', person.id)
        .where('id', '>', last?.id ?? 0)
        .orderBy('id')
        .limit(limit)
        .execute()
    for await (const { kind, commentId, at, readAt } of rowsAfter(next))
      yield { kind, of: origin + paths.comment(commentId), at: iso(at), readAt: iso(readAt) }
  },
}

export const correctionsList: ArchiveList = {
  file: 'corrections',
  async *rows(db, { person, origin, language }) {
    const all = db.look<ReachTables>().selectFrom('correctionNotice').select(['id', 'correctionId', 'at', 'readAt'])
    const next = (last: { id: number } | undefined, limit: number) =>
      all
        .where('personId', '=', person.id)
        .where('id', '>', last?.id ?? 0)
        .orderBy('id')
        .limit(limit)
        .execute()
    for await (const { correctionId, at, readAt } of rowsAfter(next))
      yield { of: `${origin}${paths.corrections(language, correctionId + 1)}`, at: iso(at), readAt: iso(readAt) }
  },
}
