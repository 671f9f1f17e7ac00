import type { Id } from '../../../kit/ids.ts'
import type { PersonId } from '../../people/index.ts'
import type { EditionId } from '../editions/edition.ts'

export type MarginNoteId = Id<'marginNote'>

/** What became of a note: it was answered, or the change that it asks for was taken or left. */
export const NOTE_OUTCOMES = ['resolved', 'taken', 'left'] as const
export type NoteOutcome = (typeof NOTE_OUTCOMES)[number]

/** What an editor tells the others about some words of an edition, or asks to be written in their stead. */
export interface MarginNote {
  id: MarginNoteId
  editionId: EditionId
  /** The words that it is about, and what stood around them, by which they are found again. */
  quote: string
  before: string
  after: string
  /** What it says; may be empty where it asks for a change. */
  words: string
  /** What shall stand there instead; null where it asks for nothing. */
  instead: string | null
  byId: PersonId | null
  at: number
  outcome: NoteOutcome | null
  endedById: PersonId | null
  endedAt: number | null
}

/** So many characters around the words are kept. */
const AROUND = 40

/** What stands around words at a place. */
export function around(text: string, start: number, quote: string): Pick<MarginNote, 'before' | 'after'> {
  const end = start + quote.length
  return { before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) }
}

/** Where the words of a note stand by now: of several places the one that has most of what stood around them; undefined where they are gone. */
export function placeIn(text: string, { quote, before, after }: Pick<MarginNote, 'quote' | 'before' | 'after'>) {
  let best: { start: number; alike: number } | undefined
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length
    const alike =
      alikeAtEnd(before, text.slice(Math.max(0, start - AROUND), start)) +
      alikeAtStart(after, text.slice(end, end + AROUND))
    if (!best || alike > best.alike) best = { start, alike }
  }
  return best?.start
}

function alikeAtStart(one: string, other: string): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count++
  return count
}

function alikeAtEnd(one: string, other: string): number {
  let count = 0
  while (count < one.length && one.at(-1 - count) === other.at(-1 - count)) count++
  return count
}
