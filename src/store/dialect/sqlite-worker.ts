import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { sqliteErrorOf } from './sqlite-errors.ts'
import { createRunner, type Outcome } from './sqlite-statements.ts'

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

export type Answer = { id: number; outcome?: Outcome; failure?: Failure }
type Failure = { message: string; code: number }

/** @NOTE a full disk ends the transaction by itself; what was sent before that was known must not be run outside of it. */
let ended: Failure | undefined

parentPort!.on('message', (orders: Order[]) => {
  const answers = orders.map(answerTo)
  if (orders.at(-1)!.sql !== undefined) return parentPort!.postMessage(answers)
  connection.close()
  parentPort!.close()
})

function answerTo({ id, sql, parameters = [], rows }: Order): Answer {
  if (sql === 'rollback') ended = undefined
  if (sql === undefined || ended) return { id, failure: ended! }
  const wasInside = connection.isTransaction
  try {
    return { id, outcome: rows ? runEach(sql, rows) : run(sql, parameters) }
  } catch (error) {
    const { message, code } = sqliteErrorOf(error) ?? { message: String(error), code: 1 }
    if (wasInside && !connection.isTransaction) ended = { message, code }
    return { id, failure: { message, code } }
  }
}
