import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { AnyKysely } from '../any-kysely.ts'
import type { StatementWatch } from '../database.ts'
import { kyselyOver as over, type Run, type Tongue } from './kysely-over.ts'

/** A Kysely over whatever runs its queries: a connection here, or the writer in its thread. */
export function kyselyOver(run: Run, watch?: StatementWatch): AnyKysely {
  return over(SQLITE, run, watch)
}

/** @NOTE Kysely would hold every question until the one before is answered; here they keep their order all the same. */
class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }

  /** @NOTE Kysely says of SQLite that it makes no tables within transactions, which it does: a migration that is broken off leaves nothing. */
  override get supportsTransactionalDdl() {
    return true
  }
}

const SQLITE: Tongue = {
  adapter: new Adapter(),
  compiler: new SqliteQueryCompiler(),
  introspector: (db) => new SqliteIntrospector(db),
  begin: 'begin immediate',
}
