import type { Reading, Store, Tail } from '../../store/index.ts'
import { engineOn } from './engine.ts'
import { type Findings, find } from './found.ts'
import { createIndexer, type Indexer } from './indexer.ts'
import type { Question } from './question.ts'
import { type Misindexed, misindexed } from './recount.ts'

/** Finds comments by their words, by person and by time. */
export interface Search {
  /** Comments that answer a question, newest first by number. */
  find(db: Reading, question: Question, limit: number): Promise<Findings>
  /** Comments whose words the index lacks, or still has: the first so many of each. */
  misindexed(db: Reading, limit: number): Promise<Misindexed>
  /** Begins to keep the index up to date. */
  follow(tail: Tail): Indexer
}

export function createSearch(store: Store): Search {
  const engine = engineOn(store.database.reader)
  return {
    find: (db, question, limit) => find(db, engine, question, limit),
    misindexed: (db, limit) => misindexed(db, engine, limit),
    follow: (tail) => createIndexer(store, tail, engine),
  }
}
