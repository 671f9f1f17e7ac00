import { memoized } from '../../../kit/memoize.ts'
import { wordsOf } from './cleaned.ts'
import { asCyrillic, asLatin, IS_CYRILLIC, IS_LATIN } from './look-alike.ts'
import { unmasked } from './unmasked.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word of a text, and which words of phrases it may be. */
export interface Met {
  word: string
  terms: readonly number[]
  /** Those that it is taken for by its look where the text around it is in another script. */
  inDisguise: readonly number[]
}

const KEPT_RUNS = 20_000
const LONGEST_KEPT = 40

/** Reads what stands between two spaces; most of it has been read before. */
export function createRunReader(vocabulary: Vocabulary): (run: string) => readonly Met[] {
  const known = memoized(KEPT_RUNS, read)
  return (run) => (run.length > LONGEST_KEPT ? read(run) : known(run))

  function read(run: string): readonly Met[] {
    const plain = metsIn(run)
    if (plain.some(hasTerms)) return plain
    for (const reading of unmasked(run)) {
      const mets = metsIn(reading)
      if (mets.some(hasTerms)) return mets
    }
    return plain
  }

  function metsIn(run: string): readonly Met[] {
    return wordsOf(run).map(metBy)
  }

  function metBy(word: string): Met {
    const terms = new Set(vocabulary.termsOf(word))
    const inDisguise = new Set<number>()
    for (const other of lookAlikes(word))
      for (const term of vocabulary.termsOf(other)) (isOfOneScript(word) ? inDisguise : terms).add(term)
    return { word, terms: listed(terms), inDisguise: listed(inDisguise) }
  }
}

function hasTerms({ terms, inDisguise }: Met): boolean {
  return terms.length > 0 || inDisguise.length > 0
}

function lookAlikes(word: string): string[] {
  return [asLatin(word), asCyrillic(word)].filter((other): other is string => other !== undefined && other !== word)
}

/** @NOTE "сор" is a word, "соp" with one Latin letter is none. */
function isOfOneScript(word: string): boolean {
  const scripts = [IS_LATIN, IS_CYRILLIC, OTHER]
  return (
    scripts.filter((script) => script.test(word)).length === 1 &&
    /^[\p{Script=Cyrillic}\p{Script=Greek}a-z]+$/u.test(word)
  )
}

const OTHER = /[^\p{Script=Latin}\p{Script=Cyrillic}]/u

const NONE: readonly number[] = []

function listed(terms: ReadonlySet<number>): readonly number[] {
  return terms.size === 0 ? NONE : [...terms]
}
