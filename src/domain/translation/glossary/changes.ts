import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { Change, NewChange } from './change.ts'
import type { EntryId } from './entry.ts'
import type { GlossaryTables } from './tables.ts'

interface Doing {
  by: { id: PersonId }
  at: number
}

/** Nobody else changes the glossary until the transaction ends. */
export async function changeInTurn(tx: Writing): Promise<void> {
  await tx.inTurn('glossary')
}

/** Gives each change the next version. The glossary must have been taken in turn. */
export async function keepChanges(tx: Writing, changes: readonly NewChange[], { by, at }: Doing): Promise<void> {
  const first = (await glossaryVersion(tx)) + 1
  const rows = changes.map((change, number) => ({ version: first + number, ...change, byId: by.id, at }))
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx
      .change<GlossaryTables>()
      .insertInto('glossaryChange')
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
}

const AT_ONCE = 500

/** The number of the last change; 0 where nothing was ever changed. */
export async function glossaryVersion(db: Reading): Promise<number> {
  const changes = db.look<GlossaryTables>().selectFrom('glossaryChange').select('version')
  return (await changes.orderBy('version', 'desc').limit(1).executeTakeFirst())?.version ?? 0
}

/** What was changed of an entry, the last first. */
export function changesOf(db: Reading, entryId: EntryId, limit: number): Promise<Change[]> {
  const changes = db.look<GlossaryTables>().selectFrom('glossaryChange')
  return changes
    .select(['version', 'entryId', 'kind', 'language', 'before', 'after', 'byId', 'at'])
    .where('entryId', '=', entryId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
}
