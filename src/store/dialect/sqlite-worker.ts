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

const BEGIN = 'begin immediate'

/** @NOTE a transaction may not begin, or a full disk ends it; what was sent before that was known must not be run outside of it. */
let ended: Failure | undefined

/** So many answers go back together, so that those who asked first go on while the others are answered. */
const AT_ONCE = 8

parentPort!.on('message', (orders: Order[]) => {
  for (let at = 0; at < orders.length; at += AT_ONCE)
    parentPort!.postMessage(orders.slice(at, at + AT_ONCE).map(answerTo))
  if (orders.at(-1)!.sql !== undefined) return
  connection.close()
  parentPort!.close()
})

function answerTo({ id, sql, parameters = [], rows }: Order): Answer {
  if (sql === 'rollback' || sql === BEGIN) ended = undefined
  if (sql === undefined || ended) return { id, failure: ended! }
  const wasInside = connection.isTransaction
  try {
    return { id, outcome: rows ? runEach(sql, rows) : run(sql, parameters) }
  } catch (error) {
    const { message, code } = sqliteErrorOf(error) ?? { message: String(error), code: 1 }
    if ((wasInside || sql === BEGIN) && !connection.isTransaction) ended = { message, code }
    return { id, failure: { message, code } }
  }
}
