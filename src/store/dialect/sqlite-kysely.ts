import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { AnyKysely, StatementWatch } from '../database.ts'
import type { Outcome } from './sqlite-statements.ts'

/** Runs one compiled query somewhere. */
export type Run = (query: CompiledQuery) => Outcome | Promise<Outcome>

/** A Kysely over whatever runs its queries: a connection here, or the writer in its thread. */
export function kyselyOver(run: Run, watch?: StatementWatch): AnyKysely {
  return new Kysely({
    dialect: {
      createDriver: () => driverOver(run),
      createAdapter: () => new Adapter(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    ...(watch && { log: (event) => watch(event.query.sql) }),
  })
}

/** @NOTE Kysely would hold every question until the one before is answered; here they keep their order all the same. */
class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}

function driverOver(run: Run): Driver {
  const connection = connectionOver(run)
  const say = (words: string) => async () => void (await connection.executeQuery(CompiledQuery.raw(words)))
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: say('begin immediate'),
    commitTransaction: say('commit'),
    rollbackTransaction: say('rollback'),
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}

function connectionOver(run: Run): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, changes, lastId } = await run(query)
      return { rows: rows as R[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) }
    },
    // biome-ignore lint/correctness/useYield: nothing here streams; bounded queries page by keyset
    async *streamQuery() {
      throw new Error('SQLite queries are not streamed: page by keyset instead')
    },
  }
}
