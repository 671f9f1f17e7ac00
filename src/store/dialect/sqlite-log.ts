import { setTimeout } from 'node:timers/promises'
import type { SqliteWriter } from './sqlite-writer.ts'
import type { WriteQueue } from './write-queue.ts'

const TRIES = 100
const PAUSE_MS = 100
/** So long the writer waits for those who read; nobody who writes waits longer. */
const PATIENCE_MS = 10

/** Carries everything from the write-ahead log into the file and leaves the log empty, once a moment comes in which nobody reads. */
export async function emptyLog(writer: SqliteWriter, writes: WriteQueue): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    await writes.idle()
    if (await isEmptied(writer)) return
    await setTimeout(PAUSE_MS)
  }
}

/** @NOTE inside a transaction that began meanwhile it is refused. */
async function isEmptied(writer: SqliteWriter): Promise<boolean> {
  const patience = writer.run(`pragma busy_timeout = ${PATIENCE_MS}`)
  const emptied = writer.run('pragma wal_checkpoint(truncate)').then(
    ({ rows }) => (rows as { busy: number }[])[0]?.busy === 0,
    () => false,
  )
  await Promise.all([patience, emptied, writer.run(`pragma busy_timeout = ${writer.busyMs}`)])
  return emptied
}
