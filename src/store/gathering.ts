import type { Joint } from './access.ts'
import type { AnyKysely } from './any-kysely.ts'
import type { Noted } from './noted.ts'

type AnyJoint = Joint<unknown, unknown>
type CarryOut = (step: AnyJoint, rows: readonly unknown[]) => Promise<Noted<readonly unknown[]>>

/** What a step answered one of those who took part, and what goes on beside them. */
interface Answered {
  answer: unknown
  beside: Promise<unknown>
}

interface GatheredRow {
  row: unknown
  /** Whether the one who asked has failed meanwhile. */
  isOver(): boolean
  resolve(answered: Answered): void
  reject(error: unknown): void
}

/** Gathers what is asked in one turn of the loop, or does everything at once for each by itself. */
export class Gathering {
  readonly #isApart: boolean
  /** @NOTE a new one each time: what a cleared map has held would live on with it until the whole heap is looked through. */
  #steps = new Map<AnyJoint, { parts: GatheredRow[]; carryOut: CarryOut }>()
  /** Of each step that is done in turn the latest. */
  readonly #turns = new Map<AnyJoint, Promise<void>>()

  constructor(isApart: boolean) {
    this.#isApart = isApart
  }

  join(step: AnyJoint, row: unknown, isOver: () => boolean, carryOut: CarryOut): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const part = { row, isOver, resolve, reject }
      if (this.#isApart) return this.#begin(step, [part], carryOut)
      if (this.#steps.size === 0) setImmediate(() => this.flush())
      const gathered = this.#steps.get(step)
      if (gathered) gathered.parts.push(part)
      else this.#steps.set(step, { parts: [part], carryOut })
    })
  }

  /** Sends what has been gathered until now. */
  flush() {
    const steps = this.#steps
    this.#steps = new Map()
    for (const [step, { parts, carryOut }] of steps) this.#begin(step, parts, carryOut)
  }

  /** @NOTE what need not wait is sent at once, because the order to commit may follow. */
  #begin(step: AnyJoint, parts: readonly GatheredRow[], carryOut: CarryOut) {
    const before = this.#turns.get(step)
    const done = before ? before.then(() => carriedOut(step, parts, carryOut)) : carriedOut(step, parts, carryOut)
    if (!step.isInTurn) return
    const turn = done.finally(() => {
      if (this.#turns.get(step) === turn) this.#turns.delete(step)
    })
    this.#turns.set(step, turn)
  }
}

const gatherings = new WeakMap<AnyKysely, Gathering>()

/** The gathering of those who are under way in a transaction. */
export function gatheringIn(tx: AnyKysely): Gathering {
  const known = gatherings.get(tx)
  if (known) return known
  return gatherIn(tx, false)
}

/** Begins one in a transaction in which nobody is under way yet. */
export function gatherIn(tx: AnyKysely, isApart: boolean): Gathering {
  const gathering = new Gathering(isApart)
  gatherings.set(tx, gathering)
  return gathering
}

/** @NOTE nothing may be written for one who has failed, because their transaction may have been rolled back already. */
async function carriedOut(step: AnyJoint, parts: readonly GatheredRow[], carryOut: CarryOut) {
  const taking = parts.filter(({ isOver }) => !isOver())
  if (taking.length === 0) return
  try {
    const { value, beside } = await carryOut(
      step,
      taking.map(({ row }) => row),
    )
    for (const [at, { resolve }] of taking.entries()) resolve({ answer: value[at], beside })
  } catch (error) {
    for (const { reject } of taking) reject(error)
  }
}
