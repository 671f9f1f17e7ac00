import { Worker } from 'node:worker_threads'
import { MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Estimate, Question } from './password-strength-worker.ts'

/** Tells how soon a password would be guessed by whoever tries the likeliest first; `own` are words that are near its owner. */
export type StrengthOf = (password: string, own: readonly string[]) => Promise<Estimate>

/** Nobody waits longer for advice than that; a password of which nothing is known by then is taken. */
const PATIENCE_MS = 10 * SECOND_MS
const IDLE_MS = MINUTE_MS
const UNKNOWN: Estimate = { score: 4, reason: null }
/** Out of 4. Source: zxcvbn's scale, where these are found within a million guesses. */
const WEAK = 1
const FAIR = 2

/** @NOTE its dictionaries take 100 MB and a second to unfold: they live in a thread of their own, from the first question until a minute after the last. */
export function createStrength(): StrengthOf {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let asked = 0
  const waiting = new Map<number, (estimate: Estimate) => void>()

  function end() {
    void worker?.terminate()
    worker = undefined
    for (const answer of waiting.values()) answer(UNKNOWN)
    waiting.clear()
  }

  function begin(): Worker {
    const started = new Worker(new URL('./password-strength-worker.ts', import.meta.url))
    started.on('message', ({ id, estimate }: { id: number; estimate: Estimate }) => waiting.get(id)?.(estimate))
    started.on('error', end)
    started.unref()
    return started
  }

  return (password, own) => {
    worker ??= begin()
    clearTimeout(idle)
    idle = setTimeout(end, IDLE_MS).unref()
    const id = ++asked
    return new Promise((resolve) => {
      const late = setTimeout(() => answer(UNKNOWN), PATIENCE_MS).unref()
      const answer = (estimate: Estimate) => {
        clearTimeout(late)
        waiting.delete(id)
        resolve(estimate)
      }
      waiting.set(id, answer)
      worker!.postMessage({ id, password, own } satisfies Question)
    })
  }
}

/** What is to be said of a password that can be guessed, as the key of a sentence; null of a good one. */
export function adviceOn({ score, reason }: Estimate): string | null {
  if (score <= WEAK) return `password-weak.${reason ?? 'short'}`
  return score === FAIR ? 'password.fair' : null
}

/** Throws for a password that is among the first to be tried, with the sentence that says why. */
export async function mustBeStrong(strengthOf: StrengthOf, password: string, own: readonly string[]): Promise<void> {
  const estimate = await strengthOf(password, own)
  if (estimate.score <= WEAK) throw new Trouble('invalid', adviceOn(estimate)!)
}
