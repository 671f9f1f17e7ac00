import type { Reading, Writing } from '../../store/index.ts'
import type { ModerationTables } from './tables.ts'

export function add(
  tx: Writing,
  removal: Omit<ModerationTables['removal'], 'id' | 'restoredById' | 'restoredAt' | 'restoredNote'>,
) {
  const row = { ...removal, restoredById: null, restoredAt: null, restoredNote: null }
  return tx.change<ModerationTables>().insertInto('removal').values(row).execute()
}

/** The removal that put the present tombstone there. */
export function inForce(db: Reading, commentId: number) {
  const removals = db.look<ModerationTables>().selectFrom('removal').selectAll()
  return removals
    .where('commentId', '=', commentId)
    .where('restoredAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function end(tx: Writing, id: number, restoredById: number, restoredAt: number, restoredNote: string) {
  const removal = tx.change<ModerationTables>().updateTable('removal').where('id', '=', id)
  return removal.set({ restoredById, restoredAt, restoredNote }).execute()
}

/** The number of the last removal of a comment, or of the last that was taken back; 0 where there is none. */
export async function lastRemoval(db: Reading, commentId: number, that: 'was-taken-back' | 'was-decided') {
  const removals = db.look<ModerationTables>().selectFrom('removal').select('id').where('commentId', '=', commentId)
  const asked = that === 'was-taken-back' ? removals.where('restoredAt', 'is not', null) : removals
  return (await asked.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
}
