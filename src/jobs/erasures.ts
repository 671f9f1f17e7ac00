import { setTimeout } from 'node:timers/promises'
import {
  beginDueErasure,
  dueErasure,
  type Erasure,
  mailOf,
  noteErasure,
  prolongErasure,
  toldOfErasure,
  untoldErasure,
} from '../domain/people/index.ts'
import { MINUTE_MS } from '../kit/clock.ts'
import type { Parley } from '../parley.ts'
import { jobComplaint } from './job-complaint.ts'
import { type RestForOthers, restAfter } from './rest.ts'
import { startWorkLoop } from './turns.ts'

const LOOK_MS = 1_000
/** A letter that did not go out is tried again after so long. */
const AGAIN_MS = 5 * MINUTE_MS
/** Between two steps nobody else has to have work for so long a rest. */
const SHORTEST_REST_MS = 40
/** @NOTE each step makes pages old, and whoever asks for one waits until it is made anew; a slow machine takes longer for both. */
const FOR_READERS: RestForOthers = { times: 25, leastMs: 100, mostMs: 2_000 }
/** So often whoever erases says that they still do. */
const PROLONGED_EVERY_MS = MINUTE_MS

class Closing extends Error {}

/** Tells those who asked to be erased, and erases them when their three days are over. */
export function startErasures(parley: Pick<Parley, 'store' | 'clock' | 'people' | 'jobs' | 'complaints'>): {
  close(): Promise<void>
} {
  const { store, clock, people, jobs } = parley
  let silentUntil = 0

  async function tellThem(isClosed: () => boolean) {
    while (!isClosed() && clock() >= silentUntil) {
      const request = await untoldErasure(store)
      if (!request) return
      if (await jobs.tellOfErasure(request)) await store.write((tx) => toldOfErasure(tx, request, clock()))
      else silentUntil = clock() + AGAIN_MS
    }
  }

  async function eraseThem(isClosed: () => boolean) {
    while (!isClosed() && (await dueErasure(store, clock()))) {
      const { value: erasure } = await store.write((tx) => beginDueErasure(tx, clock()))
      if (erasure) await eraseOne(erasure, isClosed)
    }
  }

  /** @NOTE it is on the list before the first byte goes, so that no backup brings back what is gone. */
  async function eraseOne(erasure: Erasure, isClosed: () => boolean) {
    const mail = await mailOf(store, erasure.personId)
    await noteErasure(people.erasureList, erasure)
    if (mail !== undefined) await jobs.keptLetters.forgetTo(mail)
    let prolongedAt = clock()
    await jobs.erasing(async (stepMs) => {
      if (isClosed()) throw new Closing()
      await Promise.all([restAfter(stepMs, FOR_READERS), setTimeout(SHORTEST_REST_MS)])
      if (clock() - prolongedAt < PROLONGED_EVERY_MS) return
      prolongedAt = clock()
      await store.write((tx) => prolongErasure(tx, erasure.personId, prolongedAt))
    })(store, erasure)
  }

  const turns = startWorkLoop(
    async (isClosed) => {
      await tellThem(isClosed)
      await eraseThem(isClosed).catch((error) => {
        if (!(error instanceof Closing)) throw error
      })
    },
    0,
    jobComplaint(parley, 'erasures'),
  )
  const looking = setInterval(turns.wake, LOOK_MS).unref()
  turns.wake()
  return {
    close() {
      clearInterval(looking)
      return turns.close()
    },
  }
}
