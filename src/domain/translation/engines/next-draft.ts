import type { Reading } from '../../../store/index.ts'
import type { EngineTables } from './tables.ts'

/** When the next step of a draft is due; undefined where none waits. */
export async function nextDraft(db: Reading): Promise<number | undefined> {
  const waiting = db.look<EngineTables>().selectFrom('draftOrder').select('dueAt').where('state', '=', 'waiting')
  return (await waiting.orderBy('dueAt').limit(1).executeTakeFirst())?.dueAt
}
