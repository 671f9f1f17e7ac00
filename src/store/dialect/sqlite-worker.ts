import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { startGivingBack } from '../../kit/give-back.ts'
import { sqliteErrorOf } from './sqlite-errors.ts'
import { createPlace } from './sqlite-place.ts'
import { createRunner, type StatementResult } from './sqlite-statements.ts'

/**
 * So many pages (of 4 KiB) the write-ahead log holds before they are carried into the file. @NOTE nobody is answered while that is done,
 * and a page that was changed often is carried once: with SQLite's own 1,000 a tenth fewer posts came in.
 */
const PAGES_IN_THE_LOG = 4_000

/** The only connection that writes, and overwrites what it deletes. It lives in a thread of its own, so that a slow disk never stalls reading. */
const connection = new DatabaseSync(workerData.file, { timeout: workerData.busyMs })
connection.exec(
  'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma foreign_keys = on',
)
connection.exec(`pragma wal_autocheckpoint = ${PAGES_IN_THE_LOG}`)
const { run, runEach } = createRunner(connection)
const place = createPlace(workerData.file)
place.mustBeKept()
startGivingBack()

/** A statement, to be run once with its values, or once for each of many rows of them. @NOTE arrays cross to another thread in half the time of objects. */
export type Order = [sql: string, values: readonly unknown[]] | [sql: string, rows: readonly unknown[][], each: true]

/** What an order gave, or what went wrong; orders are answered in their order. */
export type Answer = [StatementResult['rows'], StatementResult['changes'], StatementResult['lastId']] | Failure
export type Failure = { message: string; code: number }

const BEGIN = 'begin immediate'
const COMMIT = 'commit'

/** @NOTE a transaction may not begin, or a full disk ends it; what was sent before that was known must not be run outside of it. */
let ended: Failure | undefined

/** So many answers go back together, so that those who asked first go on while the others are answered. */
const AT_ONCE = 32

parentPort!.on('message', (orders: Order[] | null) => {
  if (orders) return answer(orders)
  connection.close()
  parentPort!.close()
})

function answer(orders: Order[]) {
  for (let at = 0; at < orders.length; at += AT_ONCE)
    parentPort!.postMessage(orders.slice(at, at + AT_ONCE).map(answerTo))
}

function answerTo([sql, values, each]: Order): Answer {
  if (sql === 'rollback' || sql === BEGIN) ended = undefined
  if (ended) return ended
  const wasInside = connection.isTransaction
  try {
    if (sql === COMMIT) place.mustBeKept()
    const { rows, changes, lastId } = each ? runEach(sql, values as unknown[][]) : run(sql, values)
    if (sql === COMMIT) place.mustBeKept()
    return [rows, changes, lastId]
  } catch (error) {
    const { message, code } = sqliteErrorOf(error) ?? { message: String(error), code: 1 }
    if ((wasInside || sql === BEGIN) && !connection.isTransaction) ended = { message, code }
    return { message, code }
  }
}
