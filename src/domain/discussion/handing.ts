import type { Writing } from '../../store/index.ts'
import type { PersonId } from '../people/index.ts'
import type { DiscussionTables } from './tables.ts'

/** Gives everything that one person said to another. */
export async function handComments(tx: Writing, from: PersonId, to: PersonId): Promise<void> {
  const comments = tx.change<DiscussionTables>().updateTable('comment').set({ authorId: to })
  await comments.where('authorId', '=', from).execute()
}
