import type { Reading, Writing } from '../../store/index.ts'
import { nameRows, type Outcome, publicationChanged, sameNames } from '../articles/index.ts'
import type { Outlet, OutletId } from './outlet.ts'
import type { SourceTables } from './tables.ts'

/** Names an outlet; answers with its number, and whether that was news. */
export async function saveOutlet(
  tx: Writing,
  { key, url, names }: Omit<Outlet, 'id'>,
  at: number,
): Promise<{ id: OutletId; outcome: Outcome }> {
  const before = await byKey(tx, key)
  if (before?.url === url && sameNames(await namesOf(tx, before.id), names)) return { id: before.id, outcome: 'same' }
  const id = before?.id ?? (await add(tx, key, url))
  await tx.change<SourceTables>().updateTable('outlet').set({ url }).where('id', '=', id).execute()
  await tx.change<SourceTables>().deleteFrom('outletWords').where('outletId', '=', id).execute()
  const rows = nameRows(names).map((row) => ({ outletId: id, ...row }))
  if (rows.length > 0) await tx.change<SourceTables>().insertInto('outletWords').values(rows).execute()
  tx.note(publicationChanged, { at })
  return { id, outcome: before ? 'changed' : 'new' }
}

/** Every outlet with its names, by key. */
export async function outlets(db: Reading): Promise<Outlet[]> {
  const rows = await db.look<SourceTables>().selectFrom('outlet').selectAll().orderBy('key').execute()
  const words = await db.look<SourceTables>().selectFrom('outletWords').selectAll().orderBy('language').execute()
  const byOutlet = Map.groupBy(words, ({ outletId }) => outletId)
  return rows.map(({ id, key, url }) => {
    const own = byOutlet.get(id) ?? []
    return { id, key, url, names: Object.fromEntries(own.map(({ language, name }) => [language, name])) }
  })
}

function byKey(db: Reading, key: string) {
  return db.look<SourceTables>().selectFrom('outlet').selectAll().where('key', '=', key).executeTakeFirst()
}

async function add(tx: Writing, key: string, url: string | null): Promise<OutletId> {
  const insert = tx.change<SourceTables>().insertInto('outlet').values({ key, url })
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

function namesOf(db: Reading, outletId: OutletId) {
  const words = db.look<SourceTables>().selectFrom('outletWords').select(['language', 'name'])
  return words.where('outletId', '=', outletId).execute()
}
