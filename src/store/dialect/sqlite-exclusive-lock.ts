import { DatabaseSync } from 'node:sqlite'
import { EXIT, Refusal } from '../../kit/refusal.ts'
import { isBusy } from './sqlite-errors.ts'

/**
 * Keeps every other program from a database file until it is let go; throws a Refusal while one has it open. A file that
 * is no database any more is free for the taking.
 */
export function lockExclusively(file: string): () => void {
  const connection = new DatabaseSync(file)
  try {
    holdAlone(connection, file)
  } catch (error) {
    if (error instanceof Refusal) throw error
  }
  return () => connection.close()
}

/** The one connection to a database file, all of which stands in that file alone then; throws a Refusal while another program has it open. */
export function connectAlone(file: string): DatabaseSync {
  const connection = new DatabaseSync(file)
  try {
    holdAlone(connection, file)
    return connection
  } catch (error) {
    if (connection.isOpen) connection.close()
    throw error
  }
}

function holdAlone(connection: DatabaseSync, file: string) {
  try {
    // @NOTE a database leaves its write-ahead log only for the one connection that there is.
    connection.exec('pragma journal_mode = delete; pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    if (!isBusy(error)) throw error
    connection.close()
    throw new Refusal(`Another program has ${file} open. Stop the server first.`, EXIT.locked, { cause: error })
  }
}
