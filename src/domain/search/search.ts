import { isBehind, type Reading, type Store, startOver, type Writing } from '../../store/index.ts'
import { engineOn } from './engines.ts'
import { type Findings, find } from './found.ts'
import { indexer } from './indexer.ts'
import type { Question } from './question.ts'
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
}

export function createSearch(store: Store): Search {
  const engine = engineOn(store.database.reader)
  return {
    find: (db, question, limit) => find(db, engine, question, limit),
    misindexed: (db, limit) => misindexed(db, engine, limit),
    isBehind: (db) => isBehind(db, indexer),
    beginAgain: (tx) => startOver(tx, indexer),
  }
}
