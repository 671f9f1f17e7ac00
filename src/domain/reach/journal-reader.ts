import { latestSeq, type Reading, type Writing } from '../../store/index.ts'
import type { Standing } from './standing.ts'
import type { ReachTables } from './tables.ts'

/** Where a reader stands; undefined for one that has not begun. */
export function standingOf(db: Reading, name: string): Promise<Standing | undefined> {
  const readers = db.look<ReachTables>().selectFrom('journalReader').select(['seq', 'personId'])
  return readers.where('name', '=', name).executeTakeFirst()
}

/** A new reader begins with what happens next. */
export async function begin(tx: Writing, name: string): Promise<void> {
  const first = { name, seq: await latestSeq(tx), personId: 0 as const }
  const readers = tx.change<ReachTables>().insertInto('journalReader').values(first)
  await readers.onConflict((c) => c.doNothing()).execute()
}

/** Moves a reader on; false when another process has moved it meanwhile. */
export async function moveOn(tx: Writing, name: string, from: Standing, to: Standing): Promise<boolean> {
  const reader = tx.change<ReachTables>().updateTable('journalReader').set(to).where('name', '=', name)
  const moved = await reader
    .where('seq', '=', from.seq)
    .where('personId', '=', from.personId)
    .returning('name')
    .execute()
  return moved.length > 0
}
