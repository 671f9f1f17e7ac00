import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { BoundedCache } from '../../kit/bounded-cache.ts'
import { keptValues } from './kept-text.ts'

export interface StatementResult {
  rows: unknown[]
  changes: number
  lastId: number
}

const KEPT_STATEMENTS = 500

/** Runs statements on one connection, preparing each text once. @NOTE the full text index leaves row numbers that only bigints can hold. */
export function createRunner(connection: DatabaseSync) {
  const prepared = new BoundedCache<string, { statement: StatementSync; names: readonly string[] }>(KEPT_STATEMENTS)

  function prepare(sql: string) {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(sql)
    const fresh = { statement, names: statement.columns().map(({ name }) => name) }
    if (fresh.names.length > 0) statement.setReturnArrays(true)
    else statement.setReadBigInts(true)
    prepared.set(sql, fresh)
    return fresh
  }

  return {
    run(sql: string, parameters: readonly unknown[]): StatementResult {
      const { statement, names } = prepare(sql)
      const values = keptValues(parameters) as SQLInputValue[]
      if (names.length > 0) return { rows: rowsOf(statement.all(...values), names), changes: 0, lastId: 0 }
      const { changes, lastInsertRowid } = statement.run(...values)
      return { rows: [], changes: Number(changes), lastId: Number(lastInsertRowid) }
    },
    /** One statement for many rows, none of which answers. */
    runEach(sql: string, rows: readonly (readonly unknown[])[]): StatementResult {
      const { statement } = prepare(sql)
      for (const values of rows) statement.run(...(keptValues(values) as SQLInputValue[]))
      return { rows: [], changes: rows.length, lastId: 0 }
    },
  }
}

/** @NOTE node:sqlite's own objects have no prototype and keep their fields in a dictionary, which is slow to read. */
function rowsOf(all: unknown, names: readonly string[]): unknown[] {
  return (all as SQLOutputValue[][]).map((values) => {
    const row: Record<string, SQLOutputValue> = {}
    for (let at = 0; at < names.length; at++) row[names[at]!] = values[at]!
    return row
  })
}
