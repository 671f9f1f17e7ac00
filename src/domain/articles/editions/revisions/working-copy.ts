import { MINUTE_MS } from '../../../../kit/clock.ts'
import type { Id } from '../../../../kit/ids.ts'
import type { Person, PersonId } from '../../../people/index.ts'
import type { EditionId, EditionWords } from '../edition.ts'

/** What somebody is typing and has not saved; while they are there, the edition is theirs. */
export interface WorkingCopy extends EditionWords {
  id: Id<'workingCopy'>
  editionId: EditionId
  byId: PersonId | null
  /** The revision that they began to change. */
  base: number
  /** When the words last changed, and when their browser was last heard of. */
  at: number
  seenAt: number
}

/** A browser that is not heard of for so long has let go; one that is there says so far more often. */
const LET_GO_MS = 2 * MINUTE_MS

/** Whether somebody else is writing at a moment. */
export function isHeld(copy: WorkingCopy | undefined, by: Pick<Person, 'id'>, at: number): boolean {
  return copy !== undefined && copy.byId !== by.id && copy.byId !== null && copy.seenAt > at - LET_GO_MS
}
