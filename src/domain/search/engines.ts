import type { Kysely } from 'kysely'
import type { Engine } from './engine.ts'
import { fts5 } from './fts5.ts'
import { tsvector } from './tsvector.ts'

/** The engine of a database. */
export function engineOn(db: Pick<Kysely<unknown>, 'getExecutor'>): Engine {
  const { adapter } = db.getExecutor()
  return [fts5, tsvector].find((engine) => engine.speaks(adapter))!
}
