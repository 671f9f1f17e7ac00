import type { FreshDatabase } from '../support/databases.ts'
import { until } from '../support/until.ts'

/** What is done to a publication, and what is seen of it. */
export interface Fault {
  name: string
  /** Only there, where a fault is one of a single database. */
  on?: FreshDatabase['name']
  run(trial: Trial): Promise<Seen>
}

export interface Trial {
  open(): Promise<FreshDatabase>
  /** How often it is done, where it is something that can be done again and again. */
  kills: number
  /** How long it lasts, where it is something that lasts. */
  seconds: number
}

export interface Seen {
  /** What was done, with its numbers. */
  done: string
  /** What is wrong, in sentences; none is wanted. */
  wrong: string[]
  /** A planted loss, and whether it was seen. */
  control: { planted: string; seen: boolean }
}

/** Goes on until so many are killed, or the time of a line is over, and says then that it was. */
export function untilKilled(kills: number, wrong: string[]) {
  const end = performance.now() + LONGEST_LINE_MINUTES * 60_000
  let isLate = false
  let said = 0
  return (killed: number): boolean => {
    if (killed >= kills) return false
    if (killed >= said + SAID_EACH) {
      said = killed
      process.stderr.write(`faults: ${killed} of ${kills} kills\n`)
    }
    if (performance.now() < end) return true
    if (!isLate) wrong.push(`only ${killed} of ${kills} kills in ${LONGEST_LINE_MINUTES} minutes`)
    isLate = true
    return false
  }
}

/** Settles when it is so, on a machine that others load, too. */
export function untilAtLast(isSo: () => boolean | Promise<boolean>): Promise<void> {
  return until(isSo, LOOK_MS, LONGEST_WAIT_MS)
}

const LOOK_MS = 20
const LONGEST_WAIT_MS = 240_000
/** @NOTE on two quiet processors 200 kills take about 5. */
const LONGEST_LINE_MINUTES = 60
const SAID_EACH = 10
