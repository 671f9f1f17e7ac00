import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { sqliteErrorOf } from './sqlite-errors.ts'
import { createRunner } from './sqlite-statements.ts'

/** The only connection that writes. It lives in a thread of its own, so that a slow disk never stalls reading. */
const connection = new DatabaseSync(workerData.file, { timeout: workerData.busyMs })
connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
const { run, runEach } = createRunner(connection)

/** A statement, to be run once with its parameters, or once for each of many rows. */
export interface Order {
  id: number
  sql?: string
  parameters?: readonly unknown[]
  rows?: readonly (readonly unknown[])[]
}

parentPort!.on('message', ({ id, sql, parameters = [], rows }: Order) => {
  if (sql === undefined) {
    connection.close()
    parentPort!.close()
    return
  }
  try {
    parentPort!.postMessage({ id, outcome: rows ? runEach(sql, rows) : run(sql, parameters) })
  } catch (error) {
    const { message, code } = sqliteErrorOf(error) ?? { message: String(error), code: 1 }
    parentPort!.postMessage({ id, failure: { message, code } })
  }
})
