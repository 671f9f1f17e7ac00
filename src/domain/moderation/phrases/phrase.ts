import type { Id } from '../../../kit/ids.ts'
import type { SectionId } from '../../articles/index.ts'
import { wordsOf } from './cleaned.ts'
import type { Term } from './vocabulary.ts'

export type PhraseId = Id<'phrase'>

/** A banned phrase refuses a comment, a suspect one has it wait. */
export const PHRASE_KINDS = ['banned', 'suspect'] as const
export type PhraseKind = (typeof PHRASE_KINDS)[number]

/**
 * What nobody is to write. Its words are found in all their forms; in quotation marks as they are written alone, and `*` stands for
 * the rest of a word.
 */
export interface Phrase {
  id: PhraseId
  kind: PhraseKind
  /** Null where it is looked for in every language. */
  language: string | null
  /** Null where it holds in the whole publication. */
  sectionId: SectionId | null
  words: string
}

/** A phrase, and the words of a text that it was found in. */
export interface Found {
  phrase: Phrase
  as: string
}

export const MOST_PHRASES = 10_000
/** In code points. */
export const LONGEST_PHRASE = 100

const QUOTED = /^["“„«](.*)["”“»]$/u

/** The words that a cleaned phrase asks for, one after another. */
export function termsOf(clean: string): Term[] {
  const inner = QUOTED.exec(clean.trim())?.[1]
  const isExact = inner !== undefined
  return (inner ?? clean)
    .split(/\s+/)
    .flatMap((word) =>
      word.includes('*')
        ? [{ word: word.replace(/[^\p{L}\p{N}\p{M}*]/gu, ''), isExact: true }]
        : wordsOf(word).map((one) => ({ word: one, isExact })),
    )
}
