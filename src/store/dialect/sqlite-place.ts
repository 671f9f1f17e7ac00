import { statSync } from 'node:fs'
import { SqliteError } from './sqlite-errors.ts'

/** SQLITE_READONLY_DBMOVED, which SQLite itself asks after only where there is no write-ahead log. Source: https://sqlite.org/rescode.html */
const MOVED = 1032

/** Sees that a database and its log are still the files of these names; throws while they are not, and says so to the operator once. */
export function createPlace(file: string): { mustBeKept(): void } {
  const known = new Map<string, string>()
  let isKept = true

  function isSame(name: string): boolean {
    const found = statSync(name, { bigint: true, throwIfNoEntry: false })
    const id = found && `${found.dev} ${found.ino}`
    const before = known.get(name)
    if (before === undefined && id !== undefined) known.set(name, id)
    return before === undefined || before === id
  }

  return {
    mustBeKept() {
      const moved = [file, `${file}-wal`].find((name) => !isSame(name))
      if (moved && isKept)
        console.error(
          `${moved} is no longer the file that was opened. Nothing is stored until it is back or Parley is started anew.`,
        )
      isKept = moved === undefined
      if (moved) throw new SqliteError(`${moved} was moved, removed or replaced`, MOVED)
    },
  }
}
