import type { DialectAdapter, Kysely, RawBuilder } from 'kysely'
import type { Columns, Writing } from '../../store/index.ts'
import type { Wanted } from '../../text/tokens.ts'
import type { CommentId } from '../discussion/index.ts'

/** What the index holds of one comment. */
export interface Indexed {
  id: number
  terms: readonly string[]
}

/** What is made anew from the comments wherever it is needed. */
export const DERIVED_TABLES: readonly string[] = ['searchIndex']

/** A database's own full text search. It is handed finished terms and answers which comments hold them, in no order of its own. */
export interface Engine {
  speaks(adapter: DialectAdapter): boolean
  createIndex(db: Kysely<unknown>, columns: Columns): Promise<void>
  /** The `id` of every comment that holds one term of each wanted word. */
  holding(wanted: Wanted): RawBuilder<{ id: CommentId }>
  /** The `id` of every comment that the index knows. */
  known(): RawBuilder<{ id: CommentId }>
  put(tx: Writing, comments: readonly Indexed[]): Promise<void>
  drop(tx: Writing, ids: readonly number[]): Promise<void>
  /** The same of comments that do not come back, one of many such steps; what that leaves to be written anew waits for `tidy`. */
  forget(tx: Writing, ids: readonly number[]): Promise<void>
  /** Writes a little anew of what holds much that was dropped; answers whether there was any. @NOTE who drops on before there is none makes it too much for one go. */
  tidy(tx: Writing): Promise<boolean>
  clear(tx: Writing): Promise<void>
  /** Writes a stretch of the index anew, so that nothing of what was dropped is left in it; answers whether there is more. */
  compact(tx: Writing, isFirst: boolean): Promise<boolean>
}
