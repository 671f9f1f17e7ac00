import { stableJson } from '../kit/json.ts'
import type { Reading, Writing } from './access.ts'
import { latestSeq } from './journal.ts'

/** How far a reader of the journal has come, and as JSON what it still has to do there; null where that is nothing. */
export interface JournalCursor {
  seq: number
  state: string | null
}

export interface CursorTables {
  journalCursor: JournalCursor & { name: string }
}

export function cursorOf(db: Reading, name: string): Promise<JournalCursor | undefined> {
  const cursors = db.look<CursorTables>().selectFrom('journalCursor').select(['seq', 'state'])
  return cursors.where('name', '=', name).executeTakeFirst()
}

/** Lets a reader begin with what happens next; false where another process has let it. */
export async function setOut(tx: Writing, name: string, state: unknown): Promise<boolean> {
  const cursor = { name, seq: await latestSeq(tx), state: jsonOf(state) }
  const cursors = tx.change<CursorTables>().insertInto('journalCursor').values(cursor)
  const set = await cursors
    .onConflict((c) => c.doNothing())
    .returning('name')
    .execute()
  return set.length > 0
}

/** Moves a cursor on; false where another process has moved it meanwhile. */
export async function moveOn(tx: Writing, name: string, from: JournalCursor, to: { seq: number; state: unknown }) {
  const cursors = tx.change<CursorTables>().updateTable('journalCursor').where('name', '=', name)
  const moved = await cursors
    .set({ seq: to.seq, state: jsonOf(to.state) })
    .where('seq', '=', from.seq)
    .where('state', from.state === null ? 'is' : '=', from.state)
    .returning('name')
    .execute()
  return moved.length > 0
}

/** Forgets how far a reader came, so that it begins again. */
export async function forgetCursor(tx: Writing, name: string): Promise<void> {
  await tx.change<CursorTables>().deleteFrom('journalCursor').where('name', '=', name).execute()
}

function jsonOf(state: unknown): string | null {
  return state === null ? null : stableJson(state)
}
