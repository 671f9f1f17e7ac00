import type { ExpressionBuilder } from 'kysely'
import { type Entry, entriesSince, latestSeq, type Writing } from '../../store/index.ts'
import type { ReachTables } from './tables.ts'

/** Hands the next entries of the journal to a reader and remembers how far it came, in one transaction; answers how many there were. */
export async function readOn(
  tx: Writing,
  name: string,
  atOnce: number,
  take: (entries: readonly Entry[]) => Promise<void>,
): Promise<number> {
  const entries = await entriesSince(tx, await held(tx, name), atOnce)
  if (entries.length === 0) return 0
  await take(entries)
  const readers = tx
    .change<ReachTables>()
    .updateTable('journalReader')
    .set({ seq: entries.at(-1)!.seq })
  await readers.where('name', '=', name).execute()
  return entries.length
}

/** How far a reader has come; no other process reads on until this is done. A new reader begins with what happens next. */
async function held(tx: Writing, name: string): Promise<number> {
  const insert = tx
    .change<ReachTables>()
    .insertInto('journalReader')
    .values({ name, seq: await latestSeq(tx) })
  const asItIs = (e: ExpressionBuilder<ReachTables, 'journalReader'>) => ({ seq: e.ref('journalReader.seq') })
  const row = insert.onConflict((c) => c.column('name').doUpdateSet(asItIs)).returning('seq')
  return (await row.executeTakeFirstOrThrow()).seq
}
