import path from 'node:path'
import {
  entriesAfter,
  headIn,
  headOf,
  LOG_HEAD_FILE,
  logGrown,
  signAnew,
  writeHead,
} from '../domain/moderation/early.ts'
import type { SignedHead } from '../domain/moderation/index.ts'
import type { Parley } from '../parley.ts'
import type { Reading } from '../store/index.ts'
import { jobComplaint } from './job-complaint.ts'
import { startWorkLoop } from './turns.ts'

/** Keeps how the moderation log ends in the data folder, too: whoever cuts the log off in the database would have to change that as well. */
export function startLogHead(parley: Pick<Parley, 'store' | 'tail' | 'mediaFolder' | 'complaints' | 'jobs'>): {
  close(): Promise<void>
} {
  const { store, tail, jobs, complaints } = parley
  const file = path.join(path.dirname(parley.mediaFolder), LOG_HEAD_FILE)
  const other = complaints.about('the moderation log')

  const loop = startWorkLoop(
    async () => {
      if (((await headOf(store))?.key ?? jobs.logKey.publicKey) !== jobs.logKey.publicKey)
        await store.write((tx) => signAnew(tx, jobs.logKey, jobs.formerLogKey))
      const [head, kept] = [await headOf(store), await headIn(file)]
      if (kept && kept !== 'damaged' && !(await standsIn(store, kept)))
        return other.wrong(`The moderation log is another than by ${file}. Run "npx parley doctor --log".`)
      other.well()
      if (head && (kept === undefined || kept === 'damaged' || kept.signature !== head.signature))
        await writeHead(file, head)
    },
    0,
    jobComplaint(parley, 'the end of the moderation log'),
  )
  const leave = tail.follow((entries) => {
    if (entries.some(logGrown.is)) loop.wake()
  })
  loop.wake()
  return {
    close() {
      leave()
      return loop.close()
    },
  }
}

/** Whether the log had this end once, and has gone on from there. */
async function standsIn(db: Reading, { n, hash }: SignedHead): Promise<boolean> {
  const [entry] = await entriesAfter(db, n - 1, 1)
  return entry?.n === n && entry.hash === hash
}
