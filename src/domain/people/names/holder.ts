import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../person.ts'

/** What a part of the trade keeps of a person, and hands to another with a claim; parley.ts introduces those who have any. */
export interface Holder {
  name: string
  /** How much it keeps of somebody, for those who decide; where that is nobody's business, there is no counting. */
  count?(db: Reading, personId: PersonId): Promise<number>
  /** Hands all of it over. Answers, as plain data, what is needed to give exactly that back. */
  hand(tx: Writing, from: PersonId, to: PersonId): Promise<unknown>
  /** Gives back what was handed over; what has gone since, or is another's by now, stays as it is. */
  giveBack(tx: Writing, from: PersonId, to: PersonId, handed: unknown): Promise<void>
}

const AT_ONCE = 500

/** A long list in pieces that fit into one question each. */
export function piecesOf<Of>(all: readonly Of[]): Of[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
}
