import type { Reading, Store, Tail, Writing } from '../../store/index.ts'
import { engineOn } from './engines.ts'
import { type Findings, find } from './found.ts'
import { createIndexer, type Indexer } from './indexer.ts'
import { beginAgain } from './progress.ts'
import type { Question } from './question.ts'
import { nextStep } from './reading-on.ts'
import { type Misindexed, misindexed } from './recount.ts'

/** Finds comments by their words, by person and by time. */
export interface Search {
  /** Comments that answer a question, newest first by number. */
  find(db: Reading, question: Question, limit: number): Promise<Findings>
  /** Comments whose words the index lacks, or still has: the first so many of each. */
  misindexed(db: Reading, limit: number): Promise<Misindexed>
  /** Whether there is something that the index has yet to read. */
  isBehind(db: Reading): Promise<boolean>
  /** Lets the index be made anew from the beginning. */
  beginAgain(tx: Writing): Promise<void>
  /** Begins to keep the index up to date. */
  follow(tail: Tail): Indexer
}

export function createSearch(store: Store): Search {
  const engine = engineOn(store.database.reader)
  return {
    find: (db, question, limit) => find(db, engine, question, limit),
    misindexed: (db, limit) => misindexed(db, engine, limit),
    isBehind: async (db) => (await nextStep(db)) !== undefined,
    beginAgain,
    follow: (tail) => createIndexer(store, tail, engine),
  }
}
