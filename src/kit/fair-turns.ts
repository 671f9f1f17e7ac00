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
/** While people keep coming they are let in for so long before works begin anew. */
const LETTING_IN_MS = 50

/**
 * Lets so many works be under way at once; those that wait have their turn peer by peer, so that who brings many delays their own.
 * From when somebody was turned away until few wait, half as many are under way, and no more wait than may for long. While
 * others are coming, works begin in stretches with time between to hear them.
 */
export function createFairTurns(most: number, mostWaiting: number, patience?: Patience, areComing = () => false) {
  const working = createFairShares(most)
  const waiting = createFairShares(mostWaiting)
  const queues = new Map<string, Waiter[]>()
  /** In the order in which they came. */
  const line = new Set<Waiter>()
  let [underWay, begun, stretch] = [0, 0, MOST_AT_A_STRETCH]
  let restedMs = 0
  let isOverrun = false
  let willGoOn = false

  function goOnSoon() {
    if (!willGoOn) setImmediate(goOn)
    willGoOn = true
  }

  function goOn() {
    willGoOn = false
    turnAwayTheOldest()
    if (areLetIn()) return goOnSoon()
    begun = 0
    const fromMs = performance.now()
    for (let begin = next(); begin; begin = begun < stretch ? next() : undefined) start(begin)
    if (begun > 0) atRest(() => fit(fromMs))
  }

  /** @NOTE a server takes one connection each time around, so that whoever comes while works begin waits outside for long. */
  function areLetIn(): boolean {
    return areComing() && performance.now() - restedMs < LETTING_IN_MS
  }

  /** Makes the next stretch shorter or longer. */
  function fit(fromMs: number) {
    restedMs = performance.now()
    const isTooLong = restedMs - fromMs > STRETCH_MS
    stretch = isTooLong ? Math.max(1, stretch >> 1) : Math.min(MOST_AT_A_STRETCH, stretch + 1)
  }

  function start(begin: Act) {
    begun++
    underWay++
    goOnSoon()
    begin()
  }

  /** Those of the peer who was served last come last. */
  function next(): Act | undefined {
    if (isOverrun && underWay >= most / 2) return
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
    if (!patience) return
    if (line.size < patience.many / 2) isOverrun = false
    if (line.size <= patience.many) return
    const before = performance.now() - patience.longestMs
    for (const { peer, sinceMs, turnAway } of line) {
      if (sinceMs > before || line.size <= patience.many) return
      const queue = queues.get(peer)!
      leave(queue)
      if (queue.length === 0) queues.delete(peer)
      isOverrun = true
      turnAway()
    }
  }

  function wait(waiter: Waiter, queue = queues.get(waiter.peer)) {
    line.add(waiter)
    if (queue) queue.push(waiter)
    else queues.set(waiter.peer, [waiter])
    turnAwayTheOldest()
    goOnSoon()
  }

  /** Whether one more would not even wait; each peer has a part of the line. */
  function refuses(peer: string): boolean {
    return isOverrun && (queues.get(peer)?.length ?? 0) >= Math.max(1, patience!.many / queues.size)
  }

  return {
    refuses,
    /** Begins at once, or when it is its turn; false where too many wait. Who waits too long among many is turned away. */
    take(peer: string, begin: Act, turnAway: Act = () => {}): boolean {
      if (!isOverrun && !queues.has(peer) && begun < stretch && working.take(peer, 1)) start(begin)
      else if (refuses(peer) || !waiting.take(peer, 1)) return false
      else wait({ peer, sinceMs: performance.now(), begin, turnAway })
      return true
    },
    end(peer: string): void {
      working.giveBack(peer, 1)
      underWay--
      if (queues.size > 0) goOnSoon()
    },
  }
}

/** When all that is done at once is done. @NOTE the next tick that a promise asks for comes when no promise is left to be followed. */
function atRest(then: Act) {
  queueMicrotask(() => process.nextTick(then))
}
