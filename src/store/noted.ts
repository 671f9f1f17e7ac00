import type { AnyKysely } from './any-kysely.ts'
import type { Entry, Happening } from './entry.ts'

/** What a work gave and said happened, and what still goes on beside it in its transaction. */
export interface Noted<T> {
  value: T
  happenings: readonly Happening[]
  beside: Promise<unknown>
}

/** The last number of each of several works, and all their entries. */
export interface Appended {
  seqs: number[]
  entries: Entry[]
}

/** Puts into the journal what each of several works said. */
export type Append = (tx: AnyKysely, each: readonly (readonly Happening[])[]) => Promise<Appended>

/** What a work says of itself so that others may be under way with it. */
export interface Sharing {
  /** It stays right beside works under other keys. */
  concurrencyKey: string
  /**
   * The names of what it changes that others change, too, and of whatever it counts; given where the work is so short that others
   * may wait for it, and leaves behind single statements alone, of which the database itself says when one of them goes wrong.
   */
  held?: readonly string[] | undefined
}
