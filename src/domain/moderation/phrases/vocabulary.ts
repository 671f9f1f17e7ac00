import { scriptOf } from '../../../text/stems.ts'
import { foldedFor, stemsFor, stemsSought, unmarked } from './inflection.ts'
import { Insides } from './inside.ts'

/** One word of a phrase: in all its forms, as it is written, or with `*` for the rest of a word. */
export interface Term {
  word: string
  isExact: boolean
}

/** @NOTE stemmers cut "organization" to "organ": an ending is no longer than this. */
const LONGEST_ENDING = 4
/** Of a word that goes on, so many letters must be given. */
export const SHORTEST_PART = 3

/** The terms of one language. */
interface Lexicon {
  base: string
  written: Map<string, number[]>
  stems: Map<string, { term: number; length: number }[]>
  parts: Insides<{ term: number; pieces: readonly string[] }>
}

/** The words of which phrases are made, each with a number; `base` is the language that its phrase is of, empty for every one. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #lexicons: Lexicon[] = []

  /** The number of a term, new or known. */
  add(base: string, { word, isExact }: Term): number {
    const key = `${base}|${isExact}|${word}`
    const before = this.#numbers.get(key)
    if (before !== undefined) return before
    const term = this.#numbers.size
    this.#numbers.set(key, term)
    const lexicon = this.#lexiconOf(base)
    if (word.includes('*')) addPart(lexicon, word, term)
    else addWord(lexicon, word, isExact, term)
    return term
  }

  /** The terms that a word of a text is a form of. */
  termsOf(word: string): number[] {
    const script = scriptOf(word)
    const terms: number[] = []
    for (const { base, written, stems, parts } of this.#lexicons) {
      const folded = foldedFor(base, word)
      terms.push(...(written.get(folded) ?? []))
      for (const stem of stems.size > 0 ? stemsFor(base, word, script) : [])
        for (const { term, length } of stems.get(stem) ?? [])
          if (Math.abs(word.length - length) <= LONGEST_ENDING) terms.push(term)
      if (!parts.isEmpty)
        for (const { owner } of parts.in(folded)) if (fits(folded, owner.pieces)) terms.push(owner.term)
    }
    return terms
  }

  #lexiconOf(base: string): Lexicon {
    const known = this.#lexicons.find((one) => one.base === base)
    if (known) return known
    const lexicon = { base, written: new Map(), stems: new Map(), parts: new Insides<never>([SHORTEST_PART]) }
    this.#lexicons.push(lexicon)
    return lexicon
  }
}

function addWord({ base, written, stems }: Lexicon, word: string, isExact: boolean, term: number) {
  const folded = foldedFor(base, word)
  push(written, folded, term)
  if (isExact) return
  for (const bare of unmarked(folded)) push(written, bare, term)
  for (const stem of new Set(stemsSought(base, word, scriptOf(word)))) push(stems, stem, { term, length: word.length })
}

function addPart({ base, parts }: Lexicon, word: string, term: number) {
  const pieces = foldedFor(base, word).split('*')
  const longest = pieces.toSorted((a, b) => b.length - a.length)[0]!
  parts.add(longest, { term, pieces })
}

/** Whether a word begins and ends with the outer pieces, and has the inner ones between them in their order. */
function fits(word: string, pieces: readonly string[]): boolean {
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  if (!word.startsWith(first) || !word.endsWith(last)) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = word.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at + last.length <= word.length
}

function push<V>(map: Map<string, V[]>, key: string, value: V) {
  const all = map.get(key)
  if (all) all.push(value)
  else map.set(key, [value])
}
