import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { AnyKysely } from '../any-kysely.ts'
import type { StatementWatch } from '../database.ts'
import { kyselyOver, type Run, type Tongue } from './kysely-over.ts'
import type { Lent } from './postgres-pool.ts'

const POSTGRES: Tongue = {
  adapter: new PostgresAdapter(),
  compiler: new PostgresQueryCompiler(),
  introspector: (db) => new PostgresIntrospector(db),
  begin: 'begin',
}

/** A Kysely whose questions go to one connection, or wherever they are told to go. */
export function kyselyOn({ query }: Pick<Lent, 'query'>, watch?: StatementWatch): AnyKysely {
  const run: Run = async ({ sql, parameters }) => {
    const { rows, rowCount } = await query(sql, parameters)
    return { rows, changes: rowCount ?? 0, lastId: 0 }
  }
  return kyselyOver(POSTGRES, run, watch)
}
