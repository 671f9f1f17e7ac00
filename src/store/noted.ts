import type { AnyKysely } from './any-kysely.ts'
import type { Happening } from './entry.ts'

/** What a work gave and said happened, and what still goes on beside it in its transaction. */
export interface Noted<T> {
  value: T
  happenings: readonly Happening[]
  beside: Promise<unknown>
}

/** Puts into the journal what each of several works said, and answers for each with its last number. */
export type Append = (tx: AnyKysely, each: readonly (readonly Happening[])[]) => Promise<number[]>

/** What a work says of itself so that others may be under way with it. */
export interface Sharing {
  /** It stays right beside works under other keys. */
  concurrencyKey: string
  /** The name of what it changes that others change, too; given where the work is so short that others may wait for it. */
  held?: string | undefined
}
