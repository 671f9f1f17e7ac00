import type { Store } from '../../../store/index.ts'
import { createGate } from '../gate/index.ts'
import { comparing, examining } from './comparing.ts'
import type { Examine } from './found.ts'
import type { Compare } from './miss.ts'
import { createNamesBetween, type NamesBetween } from './names-between.ts'

/** What the desk of translations asks about facts and names. */
export interface Comparison {
  examine: Examine
  compareFacts: Compare
  namesBetween: NamesBetween
  /** Ends the thread that compares. */
  close(): Promise<void>
}

/** Compares with the names of the glossary that stands in this database. */
export function createComparison(store: Store): Comparison {
  const gate = createGate()
  const namesBetween = createNamesBetween(store)
  const examine = examining(gate, namesBetween)
  return { examine, compareFacts: comparing(examine), namesBetween, close: gate.close }
}
