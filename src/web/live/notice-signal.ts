import { setTimeout } from 'node:timers/promises'
import type { PersonId } from '../../domain/people/index.ts'
import { lastToldOf, latestNotice, noticesAfter } from '../../domain/reach/index.ts'
import type { StreamConnection } from './line.ts'
import type { LiveContext } from './live-context.ts'

const LOOK_MS = 1_000
/** So that not everybody whom one comment concerns comes to ask in the same moment. */
const RUNG_AT_ONCE = 100
/** What happened so shortly before a stream was opened may have come between two streams, or after the page was asked for. */
const LATELY_MS = 60_000
/** It says that there is something, and nothing of what: the page asks for that as the person it belongs to. */
const RING = Buffer.from('event: notices\ndata: 1\n\n')

/** Says whether whoever opened a stream is still signed in. */
export type StillIn = () => Promise<boolean>

/** Rings on the streams of people who are told of something; it looks only while somebody listens. */
export function createNoticeSignal({ store, clock, log }: Pick<LiveContext, 'store' | 'clock' | 'log'>) {
  const listening = new Map<PersonId, Map<StreamConnection, StillIn>>()
  let upTo = 0
  let isLooking = false

  async function begin() {
    isLooking = true
    upTo = await latestNotice(store).catch(() => upTo)
    while (listening.size > 0) {
      await setTimeout(LOOK_MS, undefined, { ref: false })
      await look()
    }
    isLooking = false
  }

  async function look() {
    if (listening.size === 0) return
    const notices = await noticesAfter(store, upTo, RUNG_AT_ONCE).catch(() => [])
    for (const personId of new Set(notices.map((notice) => notice.personId)))
      for (const [line, isStillIn] of listening.get(personId) ?? []) void ring(line, isStillIn)
    upTo = notices.at(-1)?.id ?? upTo
  }

  /** A stream outlives the session in which it was opened, and then says nothing more of that person. */
  async function ring(line: StreamConnection, isStillIn: StillIn) {
    if (await isStillIn().catch(() => false)) line.send(RING)
  }

  async function ringForLately(personId: PersonId, line: StreamConnection) {
    const at = await lastToldOf(store, personId)
    if (at !== undefined && at > clock() - LATELY_MS) line.send(RING)
  }

  return {
    listen(personId: PersonId, line: StreamConnection, isStillIn: StillIn) {
      const lines = listening.get(personId) ?? new Map()
      listening.set(personId, lines.set(line, isStillIn))
      void line.closed.then(() => {
        lines.delete(line)
        if (lines.size === 0 && listening.get(personId) === lines) listening.delete(personId)
      })
      if (!isLooking) void begin()
      ringForLately(personId, line).catch(log.error)
    },
    close() {
      listening.clear()
    },
  }
}
