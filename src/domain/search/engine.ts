import type { Kysely, RawBuilder } from 'kysely'
import type { Columns, Reading, Writing } from '../../store/index.ts'
import type { Wanted } from '../../text/tokens.ts'

/** What the index holds of one text. */
export interface Indexed {
  id: number
  terms: readonly string[]
}

/** What is looked for in a stretch of the index: so many at most. */
export interface Sought {
  wanted: Wanted
  butNot: Wanted | undefined
  /** From this one on. */
  from: number | undefined
  /** Below this one. */
  before: number
  limit: number
}

/** What is made anew from comments and articles wherever it is needed. */
export const DERIVED_TABLES: readonly string[] = ['searchIndex', 'articleIndex']

/** A database's own full text search. It is handed finished terms and answers which texts hold them, in no order of its own. */
export interface Engine {
  createIndex(db: Kysely<unknown>, columns: Columns): Promise<void>
  /** The `id` of every text that holds one term of each wanted word, and not of each of the others. */
  holding<Id extends number = number>(wanted: Wanted, butNot?: Wanted): RawBuilder<{ id: Id }>
  /** The highest ids of texts that hold one term of each wanted word, and not of each of the others; the highest first. */
  newest(db: Reading, sought: Sought): Promise<number[]>
  /** The `id` of every text that the index knows. */
  known<Id extends number = number>(): RawBuilder<{ id: Id }>
  put(tx: Writing, texts: readonly Indexed[]): Promise<void>
  drop(tx: Writing, ids: readonly number[]): Promise<void>
  /** The same of texts that do not come back, one of many such steps; what that leaves to be written anew waits for `tidy`. */
  forget(tx: Writing, ids: readonly number[]): Promise<void>
  /** Writes a little anew of what holds much that was dropped; answers whether there was any. @NOTE who drops on before there is none makes it too much for one go. */
  tidy(tx: Writing): Promise<boolean>
  clear(tx: Writing): Promise<void>
  /** Writes a stretch of the index anew, so that nothing of what was dropped is left in it; answers whether there is more. */
  compact(tx: Writing, isFirst: boolean): Promise<boolean>
}
