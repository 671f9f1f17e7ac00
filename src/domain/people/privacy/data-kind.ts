import type { Language } from '../../../kit/language.ts'
import type { Reading, Sweep, Writing } from '../../../store/index.ts'
import type { Erasure } from '../erasures/erasure.ts'
import type { Person } from '../person.ts'

/** One kind of data that is kept. `docs/privacy.md` tells them all, and what erases and forgets goes by them; each part lists its own. */
export interface DataKind {
  name: string
  /** Each table of the database stands in one kind. */
  tables: readonly string[]
  purpose: string
  /** How long it is kept. */
  term: string
  /** What a person's own copy of their data holds of it. */
  archived: string
  /** What is told of it in the copy's one page about the person, and its lists, a file each. */
  about?(db: Reading, whose: Whose): Promise<object>
  lists?: readonly ArchiveList[]
  /** Files that go along as they are, by their names in the copy and in the folder of media. */
  files?(db: Reading, whose: Whose): Promise<readonly { name: string; kept: string }[]>
  /** What an erasure leaves of it. */
  erased: string
  erases?: readonly EraseSome[]
  /** What is done when all the rest is erased, and whatever follows from that has followed. */
  erasesLast?: readonly EraseSome[]
  /** Forgets what is past its term. */
  sweeps?: readonly Sweep[]
}

/**
 * Erases some of what is kept of a person, so much that others do not wait for it; answers after which number there is more,
 * undefined where nothing is left. Done again, it does no harm.
 */
export type EraseSome = (tx: Writing, erasure: Erasure, after: number) => Promise<number | undefined>

/** Whose copy it is, and where its links lead. */
export interface Whose {
  person: Person
  mail: string
  origin: string
  language: Language
}

/** A list of what is kept of somebody, the oldest first, read some hundred rows at a time. */
export interface ArchiveList {
  /** Without its ending. */
  file: string
  rows(db: Reading, whose: Whose): AsyncIterable<object>
}
