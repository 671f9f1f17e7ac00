import { coalesced } from '../kit/coalesce.ts'
import type { Entry } from './entry.ts'
import { type DeclaredEntry, declarations, type EventType } from './event.ts'
import { entriesSince, latestSeq } from './journal.ts'
import type { Store } from './store.ts'

export type Tail = Awaited<ReturnType<typeof createTail>>
export type Follower = (entries: readonly DeclaredEntry[]) => void

const AT_ONCE = 500

/** The one reader of the journal in this process: hands every entry once, in order and with what is declared of it, to all who follow. */
export async function createTail(store: Store, events: readonly EventType[], from?: number) {
  const declared = declarations(events)
  let seq = from ?? (await latestSeq(store))
  let isClosed = false
  const followers = new Set<Follower>()
  const waiting = createWaiting()

  async function look() {
    for (let isMore = true; isMore && !isClosed; ) {
      const entries = await entriesSince(store, seq, AT_ONCE)
      const fresh = entries.filter((entry) => entry.seq > seq)
      if (fresh.length > 0) hand(fresh)
      isMore = entries.length === AT_ONCE
    }
  }

  /** Takes what this process has appended itself, where nothing can have come before it. @NOTE numbers are committed in their order. */
  function takes(appended: readonly Entry[]): boolean {
    if (isClosed || appended.some((entry, at) => entry.seq !== seq + 1 + at)) return false
    if (appended.length > 0) hand(appended)
    return true
  }

  function hand(entries: readonly Entry[]) {
    seq = entries.at(-1)!.seq
    const heard = entries.map(declared)
    for (const follower of followers) follower(heard)
    waiting.release((number) => number <= seq)
  }

  const wake = coalesced(look)
  const ignore = () => {}
  const stop = store.database.onCommit((appended) => {
    if (!appended || !takes(appended)) void wake().catch(ignore)
  })

  return {
    get seq() {
      return seq
    },
    follow(follower: Follower) {
      followers.add(follower)
      return () => void followers.delete(follower)
    },
    /** Settles when this process has seen the number, or after `atMostMs`. */
    async until(number: number, atMostMs = 1_000) {
      if (number <= seq) return
      const arrival = waiting.until(number, atMostMs)
      void wake().catch(ignore)
      await arrival
    },
    async close() {
      stop()
      isClosed = true
      await wake().catch(ignore)
    },
  }
}

interface Waiter {
  number: number
  untilMs: number
  arrive(): void
}

/** Those who wait for a number. @NOTE one list and one timer for all, as they come and go with every change. */
function createWaiting() {
  let waiters: Waiter[] = []
  let timer: NodeJS.Timeout | undefined

  function leave(isOver: (waiter: Waiter) => boolean) {
    const over = waiters.filter(isOver)
    if (over.length > 0) waiters = waiters.filter((waiter) => !isOver(waiter))
    for (const { arrive } of over) arrive()
  }

  function lookAtTheTime() {
    timer = undefined
    leave(({ untilMs }) => untilMs <= performance.now())
    wakeUp()
  }

  function wakeUp() {
    if (waiters.length === 0 || timer) return
    const next = Math.min(...waiters.map(({ untilMs }) => untilMs))
    timer = setTimeout(lookAtTheTime, Math.max(1, Math.ceil(next - performance.now())))
  }

  return {
    release: (isReached: (number: number) => boolean) => leave(({ number }) => isReached(number)),
    /** Settles when the number is released, or after `atMostMs`. */
    until(number: number, atMostMs: number): Promise<void> {
      return new Promise((arrive) => {
        waiters.push({ number, untilMs: performance.now() + atMostMs, arrive })
        wakeUp()
      })
    },
  }
}
