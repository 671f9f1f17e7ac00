import { statfsSync } from 'node:fs'
import path from 'node:path'
import { EXIT, Refusal } from '../../kit/refusal.ts'
import { Trouble } from '../../kit/trouble.ts'

/** Primary result codes. Source: https://sqlite.org/rescode.html */
const CODE = { busy: 5, locked: 6, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 } as const

/** An error of SQLite as it crosses from the worker thread. */
export class SqliteError extends Error {
  override name = 'SqliteError'
  readonly code: number

  constructor(message: string, code: number) {
    super(message)
    this.code = code & 0xff
  }
}

export function sqliteErrorOf(error: unknown): SqliteError | undefined {
  if (error instanceof SqliteError) return error
  if (!(error instanceof Error) || !('errcode' in error)) return
  return new SqliteError(error.message, Number(error.errcode))
}

/** Whether the disk, not the statement, is at fault: the batch is then run again one by one. */
export function isDiskTrouble(error: unknown): boolean {
  const code = sqliteErrorOf(error)?.code
  return code === CODE.full || code === CODE.ioerr
}

/** What a person reads when a write could not be stored; other errors pass as they are. */
export function troubleOf(error: unknown): unknown {
  switch (sqliteErrorOf(error)?.code) {
    case CODE.full:
      return new Trouble('busy', 'store.full', {}, { cause: error })
    case CODE.busy:
    case CODE.locked:
      return new Trouble('busy', 'busy.try-again', {}, { cause: error })
    case CODE.ioerr:
    case CODE.readonly:
      return new Trouble('busy', 'store.unwritable', {}, { cause: error })
    default:
      return error
  }
}

/** What the operator reads when the database cannot be opened or migrated; other errors pass as they are. */
export function refusalOf(error: unknown, file: string): unknown {
  const known = sqliteErrorOf(error) ?? sqliteErrorOf(error instanceof Error ? error.cause : undefined)
  const code = known?.code === CODE.ioerr && isFull(file) ? CODE.full : known?.code
  switch (code) {
    case CODE.busy:
    case CODE.locked:
      return new Refusal(
        `${file} is locked by another program. Stop that program (or wait until it is done) and start again.`,
        EXIT.locked,
        { cause: error },
      )
    case CODE.full:
      return new Refusal(
        `The disk that holds ${file} is full. Nothing was changed; make room and start again.`,
        EXIT.diskFull,
        { cause: error },
      )
    case CODE.ioerr:
      return new Refusal(
        `The disk that holds ${file} does not work as it should (${known?.message}). Nothing was half done; look at the disk, then start again.`,
        EXIT.unexpected,
        { cause: error },
      )
    case CODE.readonly:
    case CODE.cantopen:
      return new Refusal(
        `${file} cannot be written. Check that the folder exists and belongs to the user who runs Parley.`,
        EXIT.readOnly,
        { cause: error },
      )
    case CODE.corrupt:
    case CODE.notadb:
      return new Refusal(
        `${file} is no SQLite database, or it is damaged (${known?.message}). Restore a backup with "npx parley restore".`,
        EXIT.input,
        { cause: error },
      )
    default:
      return error
  }
}

const LEAST_ROOM_BYTES = 128 * 1024

/** @NOTE where the index of the write-ahead log finds no room, SQLite speaks of an I/O error. */
function isFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path.dirname(file))
    return bavail * bsize < LEAST_ROOM_BYTES
  } catch {
    return false
  }
}

/** Whether another connection is in the way. */
export function isBusy(error: unknown): boolean {
  const code = sqliteErrorOf(error)?.code
  return code === CODE.busy || code === CODE.locked
}
