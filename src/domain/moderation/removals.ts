import type { Reading, Writing } from '../../store/index.ts'
import type { PersonTables } from '../people/index.ts'
import type { ModerationTables } from './tables.ts'

type Tables = ModerationTables & PersonTables

export function add(
  tx: Writing,
  removal: Omit<ModerationTables['removal'], 'id' | 'restoredById' | 'restoredAt' | 'restoredNote'>,
) {
  const row = { ...removal, restoredById: null, restoredAt: null, restoredNote: null }
  return tx.change<Tables>().insertInto('removal').values(row).execute()
}

/** The removal that put the present tombstone there. */
export function inForce(db: Reading, commentId: number) {
  const removals = db.look<Tables>().selectFrom('removal').selectAll()
  return removals
    .where('commentId', '=', commentId)
    .where('restoredAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function end(tx: Writing, id: number, restoredById: number, restoredAt: number, restoredNote: string) {
  const removal = tx.change<Tables>().updateTable('removal').where('id', '=', id)
  return removal.set({ restoredById, restoredAt, restoredNote }).execute()
}

/** The number of the last removal of a comment, or of the last that was taken back; 0 where there is none. */
export async function lastRemoval(db: Reading, commentId: number, that: 'was-taken-back' | 'was-decided') {
  const removals = db.look<Tables>().selectFrom('removal').select('id').where('commentId', '=', commentId)
  const asked = that === 'was-taken-back' ? removals.where('restoredAt', 'is not', null) : removals
  return (await asked.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
}

/** What was decided about a comment, oldest first: who removed it, who restored it, when and why. */
export function removalsOf(db: Reading, commentId: number, limit = 50) {
  return db
    .look<Tables>()
    .selectFrom('removal')
    .leftJoin('person as remover', 'remover.id', 'removal.byId')
    .leftJoin('person as restorer', 'restorer.id', 'removal.restoredById')
    .selectAll('removal')
    .select(['remover.name as byName', 'restorer.name as restoredByName'])
    .where('removal.commentId', '=', commentId)
    .orderBy('removal.id')
    .limit(limit)
    .execute()
}
