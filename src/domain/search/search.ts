import { isBehind, type Reading, type Store, startOver, type Writing } from '../../store/index.ts'
import { articleIndexer } from './articles/article-indexer.ts'
import { type ArticleFindings, type ArticleQuestion, findArticles } from './articles/find-articles.ts'
import { articleEngineOn, engineOn } from './engines.ts'
import { type Findings, find } from './found.ts'
import { indexer } from './indexer.ts'
import type { Question } from './question.ts'
import { type Misindexed, misindexed } from './recount.ts'

/** Finds comments and articles by their words, by person and by time. */
export interface Search {
  /** Comments that answer a question, newest first by number. */
  find(db: Reading, question: Question, limit: number): Promise<Findings>
  /** Published articles that answer a question, each once. */
  findArticles(db: Reading, question: ArticleQuestion, limit: number): Promise<ArticleFindings>
  /** Comments whose words the index lacks, or still has: the first so many of each. */
  misindexed(db: Reading, limit: number): Promise<Misindexed>
  /** Whether there is something that the index has yet to read. */
  isBehind(db: Reading): Promise<boolean>
  /** Lets the index be made anew from the beginning. */
  beginAgain(tx: Writing): Promise<void>
}

export function createSearch(store: Store): Search {
  const { reader } = store.database
  const [engine, articles] = [engineOn(reader), articleEngineOn(reader)]
  return {
    find: (db, question, limit) => find(db, engine, question, limit),
    findArticles: (db, question, limit) => findArticles(db, articles, question, limit),
    misindexed: (db, limit) => misindexed(db, engine, limit),
    isBehind: async (db) => (await isBehind(db, indexer)) || (await isBehind(db, articleIndexer)),
    async beginAgain(tx) {
      await startOver(tx, indexer)
      await startOver(tx, articleIndexer)
    },
  }
}
