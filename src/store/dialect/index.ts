import type { Database, Opening } from '../database.ts'

/** Opens what the address names: `postgres://…`, or else a file. Throws a Refusal that says what stands in the way. */
export async function openDatabase(address: string, opening?: Opening): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(address)) return (await import('./postgres.ts')).openPostgres(address, opening)
  return (await import('./sqlite.ts')).openSqlite(address, opening)
}

export { onAnother } from './held-connection.ts'
export { lockExclusively } from './sqlite-exclusive-lock.ts'
export { type FrozenFile, openFrozen } from './sqlite-frozen.ts'
