import { createHash, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { prepared, type Reading, type Writing } from '../../../store/index.ts'
import type { ArticleTables } from '../tables.ts'

/** There is one, and this is its number. */
const THE_ONE = 1

/** What ids of feeds and their entries begin with, whatever address the publication has today; made when it is first named. */
export async function feedBaseOf(db: Reading): Promise<string | undefined> {
  const [identity] = await kept(db, {})
  return identity?.base
}

const kept = prepared((db: Pick<Kysely<ArticleTables>, 'selectFrom'>) => db.selectFrom('feedIdentity').select('base'))

/** Gives a publication that has none its own: the address under which readers know its feeds already, or a number that nobody else has. */
export async function beginFeedIdentity(tx: Writing, knownAs?: string): Promise<void> {
  const base = knownAs ?? `urn:uuid:${randomUUID()}`
  const insert = tx.change<ArticleTables>().insertInto('feedIdentity').values({ id: THE_ONE, base })
  await insert.onConflict((conflict) => conflict.column('id').doNothing()).execute()
}

/** The id of what stood at a path when it was first told. Source: RFC 4287, 4.2.6; RFC 9562, 5.5. */
export function feedId(base: string, path: string): string {
  return base.startsWith('urn:uuid:') ? `urn:uuid:${nameBased(base.slice('urn:uuid:'.length), path)}` : base + path
}

/** A UUID, version 5. */
function nameBased(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
