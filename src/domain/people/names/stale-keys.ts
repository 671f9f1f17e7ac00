import type { Kysely, Selectable } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import { nameKey } from './name-key.ts'

interface Named {
  id: number
  name: string
  nameKey: string
}

interface KeyTables {
  person: Named
  personAlias: Named & { personId: number }
}

type Look = Pick<Kysely<KeyTables>, 'selectFrom'>
type Change = Look & Pick<Kysely<KeyTables>, 'updateTable'>

const AT_ONCE = 1_000

/** A name whose key is not what the rules of today make of it, as an older version left it. */
export interface StaleKey extends Selectable<Named> {
  table: 'person' | 'personAlias'
  /** Who has the key that it would get; theirs stays. */
  heldBy: number | null
}

/** The first so many names whose keys are stale, aliases after people. */
export async function staleKeys(db: Reading, limit: number): Promise<StaleKey[]> {
  const found: StaleKey[] = []
  for await (const stale of staleIn(db.look<KeyTables>())) if (found.push(stale) >= limit) break
  return found
}

/** Gives every name the key that the rules of today make of it, where nobody has that. */
export function renewKeys(tx: Writing): Promise<void> {
  return renewKeysBy(tx.change<KeyTables>())
}

/** The same for a migration. */
export async function renewKeysBy(db: Change): Promise<void> {
  for await (const { table, id, name, heldBy } of staleIn(db))
    if (heldBy === null)
      await db
        .updateTable(table)
        .set({ nameKey: nameKey(name) })
        .where('id', '=', id)
        .execute()
}

async function* staleIn(db: Look): AsyncGenerator<StaleKey> {
  for (const table of ['person', 'personAlias'] as const)
    for await (const row of rowsOf(db, table)) {
      const key = nameKey(row.name)
      if (key !== '' && key !== row.nameKey) yield { ...row, table, heldBy: await holderOf(db, table, row.id, key) }
    }
}

async function* rowsOf(db: Look, table: StaleKey['table']): AsyncGenerator<Named> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'name', 'nameKey'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    yield* rows
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.id
  }
}

/** A person's name is theirs alone, an alias may be of several. */
async function holderOf(db: Look, table: StaleKey['table'], id: number, key: string): Promise<number | null> {
  if (table === 'person') {
    const others = db.selectFrom('person').select('id').where('nameKey', '=', key)
    return (await others.executeTakeFirst())?.id ?? null
  }
  const own = db.selectFrom('personAlias').select('personId').where('id', '=', id)
  const others = db.selectFrom('personAlias').select('personId').where('personId', '=', own).where('nameKey', '=', key)
  return (await others.executeTakeFirst())?.personId ?? null
}
