import { createFairShares } from './fair-shares.ts'

type Begin = () => void

export type FairTurns = ReturnType<typeof createFairTurns>

/** So many works begin at most before whoever else has come is heard, and fewer while that takes longer than so. */
const MOST_AT_A_STRETCH = 32
const STRETCH_MS = 5

/** Lets so many works be under way at once; those that wait have their turn peer by peer, so that who brings many delays their own. */
export function createFairTurns(most: number, mostWaiting: number) {
  const working = createFairShares(most)
  const waiting = createFairShares(mostWaiting)
  const queues = new Map<string, Begin[]>()
  let begun = 0
  let stretch = MOST_AT_A_STRETCH
  let begunAtMs: number | undefined

  function goOnSoon() {
    if (begunAtMs !== undefined) return
    begunAtMs = performance.now()
    setImmediate(goOn)
  }

  /** @NOTE a work that waits for nothing goes from its beginning to its end at once. */
  function goOn() {
    const tookMs = performance.now() - begunAtMs!
    stretch = tookMs > STRETCH_MS ? Math.max(1, stretch >> 1) : Math.min(MOST_AT_A_STRETCH, stretch + 1)
    begunAtMs = undefined
    begun = 0
    for (let begin = next(); begin; begin = begun < stretch ? next() : undefined) start(begin)
  }

  function start(begin: Begin) {
    begun++
    goOnSoon()
    begin()
  }

  /** Those of the peer who was served last come last. */
  function next(): Begin | undefined {
    for (const [peer, queue] of queues) {
      if (!working.take(peer, 1)) continue
      const begin = queue.shift()!
      queues.delete(peer)
      if (queue.length > 0) queues.set(peer, queue)
      waiting.giveBack(peer, 1)
      return begin
    }
  }

  return {
    /** Begins at once, or when it is its turn; false where too many wait. */
    take(peer: string, begin: Begin): boolean {
      const queue = queues.get(peer)
      if (!queue && begun < stretch && working.take(peer, 1)) start(begin)
      else if (!waiting.take(peer, 1)) return false
      else if (queue) queue.push(begin)
      else queues.set(peer, [begin])
      return true
    },
    end(peer: string): void {
      working.giveBack(peer, 1)
      if (queues.size > 0) goOnSoon()
    },
  }
}
