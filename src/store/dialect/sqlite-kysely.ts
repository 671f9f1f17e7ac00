import {
  CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  type Driver,
  Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { AnyKysely, StatementWatch } from '../database.ts'
import type { StatementResult } from './sqlite-statements.ts'

/** Runs one compiled query somewhere. */
export type Run = (query: CompiledQuery) => StatementResult | Promise<StatementResult>

/** A Kysely over whatever runs its queries: a connection here, or the writer in its thread. */
export function kyselyOver(run: Run, watch?: StatementWatch): AnyKysely {
  const connection = connectionOver(run, watch)
  const [driver, compiler, adapter] = [driverOver(connection), new SqliteQueryCompiler(), new Adapter()]
  const dialect = {
    createDriver: () => driver,
    createAdapter: () => adapter,
    createIntrospector: (db: AnyKysely) => new SqliteIntrospector(db),
    createQueryCompiler: () => compiler,
  }
  const executor = new Executor(compiler, adapter, new DefaultConnectionProvider(driver), connection)
  return new Kysely({ config: { dialect }, dialect, driver, executor })
}

/** @NOTE Kysely would hold every question until the one before is answered; here they keep their order all the same. */
class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}

/** Goes to the one connection that there is. @NOTE by way of a pool, each question would be awaited six times over. */
class Executor extends DefaultQueryExecutor {
  readonly #connection: DatabaseConnection

  constructor(compiler: QueryCompiler, adapter: Adapter, provider: ConnectionProvider, connection: DatabaseConnection) {
    super(compiler, adapter, provider)
    this.#connection = connection
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#connection.executeQuery(query)
  }
}

function driverOver(connection: DatabaseConnection): Driver {
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

function connectionOver(run: Run, watch?: StatementWatch): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      watch?.(query.sql)
      const { rows, changes, lastId } = await run(query)
      return { rows: rows as R[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) }
    },
    // biome-ignore lint/correctness/useYield: nothing here streams; bounded queries page by keyset
    async *streamQuery() {
      throw new Error('SQLite queries are not streamed: page by keyset instead')
    },
  }
}
