import type { Kysely } from 'kysely'
import type { Engine } from './engine.ts'
import { fts5, hasFts5 } from './fts5.ts'
import { hasTsvector, tsvector } from './tsvector.ts'

type Spoken = Pick<Kysely<unknown>, 'getExecutor'>

/** The index of comments, on the engine of a database. */
export function engineOn(db: Spoken): Engine {
  return engineFor(db, 'searchIndex', 'commentId')
}

/** The index of articles, by the place of each. */
export function articleEngineOn(db: Spoken): Engine {
  return engineFor(db, 'articleIndex', 'place')
}

function engineFor(db: Spoken, name: string, key: string): Engine {
  const { adapter } = db.getExecutor()
  if (hasFts5(adapter)) return fts5(name)
  if (hasTsvector(adapter)) return tsvector(name, key)
  throw new Error('There is no full text search on this database.')
}
