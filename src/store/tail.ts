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
  const waiters = new Set<{ seq: number; arrive(): void }>()

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
    for (const waiter of waiters) if (waiter.seq <= seq) waiter.arrive()
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
      await new Promise<void>((resolve) => {
        const waiter = { seq: number, arrive }
        const timer = setTimeout(arrive, atMostMs)
        function arrive() {
          clearTimeout(timer)
          waiters.delete(waiter)
          resolve()
        }
        waiters.add(waiter)
        void wake().catch(ignore)
      })
    },
    async close() {
      stop()
      isClosed = true
      await wake().catch(ignore)
    },
  }
}
