import type { Store } from '../../../store/index.ts'
import type { Person, PersonId } from '../person.ts'

/** What is left of what an erased person said: words that nobody is named for, or tombstones. */
export const LEAVINGS = ['nameless', 'tombstones'] as const
export type Leaving = (typeof LEAVINGS)[number]

/** That a person is erased for good. It names nobody: a number, when its bearer joined, and when they were erased. */
export interface Erasure {
  personId: PersonId
  /** With it the number is known again in a backup or an export, and never mistaken for somebody who came to it later. */
  joinedAt: Person['createdAt']
  leaves: Leaving
  at: number
}

/** Carries out an erasure to its end, however much of it was done before; its last transaction says `markErased`. */
export type Erase = (store: Store, erasure: Erasure) => Promise<unknown>
