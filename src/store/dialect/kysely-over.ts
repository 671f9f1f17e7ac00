import {
  CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type DatabaseIntrospector,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  type DialectAdapter,
  type Driver,
  Kysely,
  type QueryCompiler,
  type QueryResult,
} from 'kysely'
import type { AnyKysely } from '../any-kysely.ts'
import type { StatementWatch } from '../database.ts'
import type { StatementResult } from './sqlite-statements.ts'

/** Runs one compiled query somewhere. */
export type Run = (query: CompiledQuery) => StatementResult | Promise<StatementResult>

/** How a kind of database is spoken to. @NOTE prepared questions are kept by the adapter, so there is one of each. */
export interface Tongue {
  adapter: DialectAdapter
  compiler: QueryCompiler
  introspector(db: AnyKysely): DatabaseIntrospector
  /** Begins a transaction. */
  begin: string
}

/** A Kysely over whatever runs its queries: a connection here, or one in another thread or place. */
export function kyselyOver(tongue: Tongue, run: Run, watch?: StatementWatch): AnyKysely {
  const { adapter, compiler } = tongue
  const connection = connectionOver(run, watch)
  const driver = driverOver(connection, tongue.begin)
  const dialect = {
    createDriver: () => driver,
    createAdapter: () => adapter,
    createIntrospector: tongue.introspector,
    createQueryCompiler: () => compiler,
  }
  const executor = new Executor(compiler, adapter, new DefaultConnectionProvider(driver), connection)
  return new Kysely({ config: { dialect }, dialect, driver, executor })
}
/** Goes to the one connection that there is. @NOTE by way of a pool, each question would be awaited six times over. */
class Executor extends DefaultQueryExecutor {
  readonly #connection: DatabaseConnection

  constructor(
    compiler: QueryCompiler,
    adapter: DialectAdapter,
    provider: ConnectionProvider,
    connection: DatabaseConnection,
  ) {
    super(compiler, adapter, provider)
    this.#connection = connection
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#connection.executeQuery(query)
  }
}

function driverOver(connection: DatabaseConnection, begin: string): Driver {
  const say = (words: string) => async () => void (await connection.executeQuery(CompiledQuery.raw(words)))
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: say(begin),
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
      throw new Error('queries are not streamed: page by keyset instead')
    },
  }
}
