import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { BoundedCache } from '../../kit/bounded-cache.ts'

export interface Outcome {
  rows: unknown[]
  changes: number
  lastId: number
}

const KEPT_STATEMENTS = 500

/** Runs statements on one connection, preparing each text once. @NOTE the full text index leaves row numbers that only bigints can hold. */
export function createRunner(connection: DatabaseSync) {
  const prepared = new BoundedCache<string, { statement: StatementSync; answers: boolean }>(KEPT_STATEMENTS)

  function prepare(sql: string) {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(sql)
    const fresh = { statement, answers: statement.columns().length > 0 }
    if (!fresh.answers) statement.setReadBigInts(true)
    prepared.set(sql, fresh)
    return fresh
  }

  return {
    run(sql: string, parameters: readonly unknown[]): Outcome {
      const { statement, answers } = prepare(sql)
      const values = parameters as SQLInputValue[]
      if (answers) return { rows: statement.all(...values), changes: 0, lastId: 0 }
      const { changes, lastInsertRowid } = statement.run(...values)
      return { rows: [], changes: Number(changes), lastId: Number(lastInsertRowid) }
    },
    /** One statement for many rows, none of which answers. */
    runEach(sql: string, rows: readonly (readonly unknown[])[]): Outcome {
      const { statement } = prepare(sql)
      for (const values of rows) statement.run(...(values as SQLInputValue[]))
      return { rows: [], changes: rows.length, lastId: 0 }
    },
  }
}
