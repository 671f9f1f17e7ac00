import type { Reading, Writing } from '../../store/index.ts'
import type { SearchTables } from './tables.ts'

/** How far the index has read the journal, and the comments that came many at once. */
export interface Progress {
  /** The journal's number up to which everything is in the index, but for what is being swept; null before the first step. */
  seq: number | null
  /** The article whose comments are being read one after the other; 0 for all there are, null where nothing is swept. */
  sweeping: number | null
  /** The comment up to which the sweep has come. */
  sweptTo: number
  /** Which way of reading words the index was made in. */
  wording: number
}

/** The article of a sweep through everything. */
export const EVERYTHING = 0

/** There is one index, and this is the number of its progress. */
export const THE_ONE = 1

export async function progressOf(db: Reading): Promise<Progress> {
  const rows = db.look<SearchTables>().selectFrom('searchProgress').select(['seq', 'sweeping', 'sweptTo', 'wording'])
  return rows.where('id', '=', THE_ONE).executeTakeFirstOrThrow()
}

/** Moves on from where one was; false when another process has moved on meanwhile. */
export async function advance(tx: Writing, from: Progress, to: Progress): Promise<boolean> {
  const moved = await tx
    .change<SearchTables>()
    .updateTable('searchProgress')
    .set(to)
    .where('id', '=', THE_ONE)
    .where('seq', from.seq === null ? 'is' : '=', from.seq)
    .where('sweeping', from.sweeping === null ? 'is' : '=', from.sweeping)
    .where('sweptTo', '=', from.sweptTo)
    .where('wording', '=', from.wording)
    .returning('id')
    .execute()
  return moved.length > 0
}

/** Forgets how far the index came, so that it is made anew. */
export async function beginAgain(tx: Writing): Promise<void> {
  const progress = tx.change<SearchTables>().updateTable('searchProgress').where('id', '=', THE_ONE)
  await progress.set({ seq: null, sweeping: null, sweptTo: 0 }).execute()
}
