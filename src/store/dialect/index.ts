import type { Database, StatementWatch } from '../database.ts'

/** Opens what the address names: `postgres://…`, or else a file. Throws a Refusal that says what stands in the way. */
export async function openDatabase(address: string, watch?: StatementWatch): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(address)) return (await import('./postgres.ts')).openPostgres(address, watch)
  return (await import('./sqlite.ts')).openSqlite(address, watch)
}

export { takeAlone } from './sqlite-alone.ts'
