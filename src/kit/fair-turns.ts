import { createFairShares } from './fair-shares.ts'

type Act = () => void

interface Waiter {
  peer: string
  sinceMs: number
  begin: Act
  turnAway: Act
}

/** Where more than so many wait, nobody waits for longer than this: whoever does is turned away. */
export interface Patience {
  many: number
  longestMs: number
}

/** So many works begin at a stretch before whoever else has come is heard, and fewer where that takes longer than so. */
const MOST_AT_A_STRETCH = 32
const STRETCH_MS = 5
/** A stretch may take as long as others were heard before it, and no longer than so: whoever asks in vain keeps nobody from being served. */
const LONGEST_STRETCH_MS = 50

/** Lets so many works be under way at once; those that wait have their turn peer by peer, so that who brings many delays their own. */
export function createFairTurns(most: number, mostWaiting: number, patience?: Patience) {
  const working = createFairShares(most)
  const waiting = createFairShares(mostWaiting)
  const queues = new Map<string, Waiter[]>()
  /** In the order in which they came. */
  const line = new Set<Waiter>()
  let [begun, stretch] = [0, MOST_AT_A_STRETCH]
  let restedMs = 0
  let isComing = false

  function goOnSoon() {
    if (!isComing) setImmediate(goOn)
    isComing = true
  }

  function goOn() {
    isComing = false
    begun = 0
    const fromMs = performance.now()
    const longestMs = Math.min(Math.max(fromMs - restedMs, STRETCH_MS), LONGEST_STRETCH_MS)
    turnAwayTheOldest()
    for (let begin = next(); begin; begin = begun < stretch ? next() : undefined) start(begin)
    if (begun > 0) atRest(() => fit(performance.now() - fromMs, longestMs))
    else restedMs = performance.now()
  }

  /** Makes the next stretch shorter or longer. */
  function fit(tookMs: number, longestMs: number) {
    restedMs = performance.now()
    const most = (MOST_AT_A_STRETCH * longestMs) / STRETCH_MS
    if (tookMs > longestMs) stretch = Math.max(1, stretch >> 1)
    else stretch = Math.min(most, tookMs < longestMs / 2 ? 2 * stretch : stretch + 1)
  }

  function start(begin: Act) {
    begun++
    goOnSoon()
    begin()
  }

  /** Those of the peer who was served last come last. */
  function next(): Act | undefined {
    for (const [peer, queue] of queues) {
      if (!working.take(peer, 1)) continue
      const { begin } = leave(queue)
      queues.delete(peer)
      if (queue.length > 0) queues.set(peer, queue)
      return begin
    }
  }

  /** Whoever has waited longest among those of one peer waits no more. */
  function leave(queue: Waiter[]): Waiter {
    const waiter = queue.shift()!
    line.delete(waiter)
    waiting.giveBack(waiter.peer, 1)
    return waiter
  }

  function turnAwayTheOldest() {
    if (!patience || line.size <= patience.many) return
    const before = performance.now() - patience.longestMs
    for (const { peer, sinceMs, turnAway } of line) {
      if (sinceMs > before || line.size <= patience.many) return
      const queue = queues.get(peer)!
      leave(queue)
      if (queue.length === 0) queues.delete(peer)
      turnAway()
    }
  }

  function wait(waiter: Waiter, queue = queues.get(waiter.peer)) {
    line.add(waiter)
    if (queue) queue.push(waiter)
    else queues.set(waiter.peer, [waiter])
    turnAwayTheOldest()
  }

  return {
    /** Begins at once, or when it is its turn; false where too many wait. Who waits too long among many is turned away. */
    take(peer: string, begin: Act, turnAway: Act = () => {}): boolean {
      if (!queues.has(peer) && begun < stretch && working.take(peer, 1)) start(begin)
      else if (!waiting.take(peer, 1)) return false
      else wait({ peer, sinceMs: performance.now(), begin, turnAway })
      return true
    },
    end(peer: string): void {
      working.giveBack(peer, 1)
      if (queues.size > 0) goOnSoon()
    },
  }
}

/** When all that is done at once is done. @NOTE the next tick that a promise asks for comes when no promise is left to be followed. */
function atRest(then: Act) {
  queueMicrotask(() => process.nextTick(then))
}
