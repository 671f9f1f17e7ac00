import type { Writing } from '../../store/index.ts'
import type { PersonId } from '../people/index.ts'
import type { ArticleTables } from './tables.ts'

/** Gives every byline of one person to another. */
export async function reassignBylines(tx: Writing, from: PersonId, to: PersonId): Promise<void> {
  const bylines = tx.change<ArticleTables>().updateTable('byline').set({ personId: to })
  await bylines.where('personId', '=', from).execute()
}
