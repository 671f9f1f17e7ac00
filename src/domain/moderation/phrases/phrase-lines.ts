import { languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { cleaned } from './cleaned.ts'
import { LONGEST_PHRASE, PHRASE_KINDS, type Phrase, type PhraseKind, termsOf } from './phrase.ts'
import { isUnspaced } from './unspaced-text.ts'
import { SHORTEST_PART } from './vocabulary.ts'

export type NewPhrase = Omit<Phrase, 'id'>

/** How every language is spelled in a list. */
const EVERY = '*'

/** One phrase a line: what it is, its language and its words, with tabs between. */
export function linesOf(phrases: readonly NewPhrase[]): string {
  return phrases.map(({ kind, language, words }) => `${kind}\t${language ?? EVERY}\t${words}\n`).join('')
}

/** Reads such lines, or lines of words alone, which are of the kind and language given. Throws Trouble that names the first line that is wrong. */
export function phrasesIn(text: string, otherwise: Pick<Phrase, 'kind' | 'language'>): NewPhrase[] {
  return text.split(/\r\n?|\n/).flatMap((line, at) => {
    if (line.trim() === '') return []
    const cells = line.split('\t').map((cell) => cell.trim())
    if (cells.length === 1) return [checked({ ...otherwise, words: cells[0]! }, at + 1)]
    const [kind, language, words] = cells
    if (cells.length !== 3 || !isKind(kind)) throw new Trouble('invalid', 'phrase.line', { line: at + 1 })
    return [checked({ kind, language: language === EVERY ? null : language!, words: words! }, at + 1)]
  })
}

function isKind(typed: string | undefined): typed is PhraseKind {
  return PHRASE_KINDS.some((kind) => kind === typed)
}

function checked(phrase: NewPhrase, line: number): NewPhrase {
  const { language, words } = phrase
  if (language !== null && languageFrom(language) !== language)
    throw new Trouble('invalid', 'phrase.language-unknown', { line, language: language.slice(0, LONGEST_PHRASE) })
  if ([...words].length > LONGEST_PHRASE)
    throw new Trouble('invalid', 'phrase.too-long', { line, limit: LONGEST_PHRASE })
  if (!asksForSomething(words)) throw new Trouble('invalid', 'phrase.nothing', { line, words, limit: SHORTEST_PART })
  return phrase
}

/** Whether something can be found by these words: letters, and of a word that goes on enough of them. */
function asksForSomething(words: string): boolean {
  if (words.includes('\0') || !words.isWellFormed()) return false
  const clean = cleaned(words)
  if (isUnspaced(clean)) return true
  const terms = termsOf(clean)
  const parts = terms.filter(({ word }) => word.includes('*')).map(({ word }) => word.split('*'))
  return terms.length > 0 && parts.every((pieces) => pieces.some(({ length }) => length >= SHORTEST_PART))
}
