import type { Reading, Writing } from '../../../store/index.ts'
import { wordsFrom } from '../../../text/words.ts'
import type { ModerationTables } from '../tables.ts'
import type { CaseId, CaseNote } from './case.ts'
import { type Claiming, mustHandle } from './claims.ts'

const LONGEST_NOTE = 1_000
const MOST_NOTES = 100

/** Moderators tell each other something about a case. */
export async function addNote(tx: Writing, { id, by, at, words }: Claiming & { words: string }): Promise<void> {
  await mustHandle(tx, id, by)
  const row = { caseId: id, byId: by.id, words: wordsFrom(words, LONGEST_NOTE), at }
  await tx.change<ModerationTables>().insertInto('caseNote').values(row).execute()
}

/** What was told about these cases, the oldest first. */
export function notesOn(db: Reading, ids: readonly CaseId[]): Promise<CaseNote[]> {
  if (ids.length === 0) return Promise.resolve([])
  const notes = db.look<ModerationTables>().selectFrom('caseNote').selectAll().where('caseId', 'in', ids)
  return notes.orderBy('id').limit(MOST_NOTES).execute()
}
