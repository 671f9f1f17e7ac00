import type { FreshDatabase } from '../support/databases.ts'

/** What is done to a publication, and what is seen of it. */
export interface Fault {
  name: string
  /** Only there, where a fault is one of a single database. */
  /** How often it is done in the long form, where that is another number. */
  kills?: number
  on?: FreshDatabase['name']
  run(trial: Trial): Promise<Seen>
}

export interface Trial {
  open(): Promise<FreshDatabase>
  /** How often it is done, in the long form. */
  kills: number
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
