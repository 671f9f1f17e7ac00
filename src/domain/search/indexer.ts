import { performance } from 'node:perf_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { coalesced } from '../../kit/coalesce.ts'
import type { Store, Tail } from '../../store/index.ts'
import { termsIn } from '../../text/tokens.ts'
import type { Engine, Indexed } from './engine.ts'
import { advance } from './progress.ts'
import { type IndexState, nextStep, type Step } from './reading-on.ts'

/** Keeps the index up to date from now on. */
export interface Indexer {
  /** Settles when everything that has been committed until now can be found. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** As many comments are read without letting others have a turn. */
const IN_ONE_BREATH = 10
/** Between two steps, while nobody else has work. */
const SHORT_REST_MS = 2
/** While others have: so many times as long as the step took, but not longer than that. */
const RESTS_FOR_OTHERS = 10
const LONGEST_REST_MS = 250
/** The share of a short rest in which others worked, from which on they are waited for. */
const BUSY = 0.3
/** What comes within so long is read together. */
const GATHERING_MS = 100
const TRY_AGAIN_MS = 1_000
/** @NOTE nothing else touches the index, so that others may write beside it. */
const LANE = 'search'

/** Reads the journal with a cursor of its own, and catches up with what happened while nobody read. */
export function createIndexer(store: Store, tail: Tail, engine: Engine): Indexer {
  let isClosed = false
  let soon: NodeJS.Timeout | undefined

  const wake = coalesced(async () => {
    while (!isClosed && (await oneStep(store, engine)));
  })

  function wakeIn(ms: number) {
    soon ??= globalThis
      .setTimeout(() => {
        soon = undefined
        wake().catch((error) => {
          console.error(error)
          wakeIn(TRY_AGAIN_MS)
        })
      }, ms)
      .unref()
  }

  const leave = tail.follow(() => wakeIn(GATHERING_MS))
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

/** Does what comes next, and rests after it where there is much; false when nothing more comes at once. */
async function oneStep(store: Store, engine: Engine): Promise<boolean> {
  const begun = performance.now()
  const step = await store.read(nextStep)
  if (!step) return false
  const indexed = await readWords(step.comments)
  const { value: moved } = await store.write(async (tx) => {
    if (!(await advance(tx, step.from, step.to))) return false
    if (step.afresh) await engine.clear(tx)
    await engine.drop(tx, gone(step))
    await engine.put(tx, indexed)
    return true
  }, LANE)
  if (step.isMore) await restAfter(performance.now() - begun)
  return step.isMore || !moved
}

/** Rests for a moment, and for long when it turns out that others have work. */
async function restAfter(stepMs: number) {
  const before = performance.eventLoopUtilization()
  await setTimeout(SHORT_REST_MS)
  const { utilization } = performance.eventLoopUtilization(before)
  if (utilization > BUSY) await setTimeout(Math.min(stepMs * RESTS_FOR_OTHERS, LONGEST_REST_MS))
}

function gone({ comments }: Step): number[] {
  return comments.filter(({ plain }) => plain === null).map(({ id }) => id)
}

/** @NOTE reading words costs the thread that answers readers some 40 microseconds a comment, so it is done a few at a time. */
async function readWords(comments: readonly IndexState[]): Promise<Indexed[]> {
  const indexed: Indexed[] = []
  for (const [at, { id, plain, language }] of comments.entries()) {
    if (plain !== null) indexed.push({ id, terms: termsIn(plain, language) })
    if (at % IN_ONE_BREATH === 0) await setImmediate()
  }
  return indexed
}
