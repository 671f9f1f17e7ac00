import { performance } from 'node:perf_hooks'
import { coalesced } from '../kit/coalesce.ts'
import type { Complaint } from '../kit/complaints.ts'
import type { Parley } from '../parley.ts'
import { type JournalReader, oneOf, readOn, type Store, type Tail } from '../store/index.ts'
import { jobComplaint } from './job-complaint.ts'
import { restAfter } from './rest.ts'

/** Lets readers of the journal follow it. */
export interface Readers {
  /** Settles when each has read everything that has been committed until now. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** What comes within so long is read together. */
const GATHERING_MS = 100
const TRY_AGAIN_MS = 1_000
/** So many entries that are nothing to a reader may come before it is woken to pass them by. */
const MOST_PASSED = 1_000

interface ReadersGiven extends Pick<Parley, 'store' | 'tail' | 'complaints'> {
  jobs: Pick<Parley['jobs'], 'readers'>
}

/** Lets every reader catch up with what happened while nobody read, and follow from then on. */
export function startReaders(given: ReadersGiven): Readers {
  const { store, tail, jobs } = given
  const all = jobs.readers.map((reader) =>
    startReader(store, tail, reader, jobComplaint(given, `reader ${reader.name}`)),
  )
  return {
    settled: async () => void (await Promise.all(all.map(({ settled }) => settled()))),
    close: async () => void (await Promise.all(all.map(({ close }) => close()))),
  }
}

function startReader(store: Store, tail: Tail, reader: JournalReader, complaint: Complaint): Readers {
  let isClosed = false
  let passed = 0
  let soon: NodeJS.Timeout | undefined
  const isRead = oneOf(reader.kinds)

  const wake = coalesced(async () => {
    while (!isClosed && (await oneStep(store, reader)));
  })

  function wakeIn(ms: number) {
    soon ??= globalThis
      .setTimeout(() => {
        soon = undefined
        wake().then(complaint.well, (error) => {
          complaint.wrong(error)
          wakeIn(TRY_AGAIN_MS)
        })
      }, ms)
      .unref()
  }

  const leave = tail.follow((entries) => {
    passed += entries.length
    if (passed < MOST_PASSED && !entries.some(isRead)) return
    passed = 0
    wakeIn(GATHERING_MS)
  })
  wakeIn(0)

  return {
    settled: wake,
    async close() {
      isClosed = true
      leave()
      clearTimeout(soon)
      await wake().catch(() => {})
    },
  }
}

async function oneStep(store: Store, reader: JournalReader): Promise<boolean> {
  const begun = performance.now()
  const isMore = await readOn(store, reader)
  if (isMore) await restAfter(performance.now() - begun)
  return isMore
}
