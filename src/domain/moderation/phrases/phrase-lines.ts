import { languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Section } from '../../articles/index.ts'
import { cleaned } from './cleaned.ts'
import { LONGEST_PHRASE, PHRASE_KINDS, type Phrase, type PhraseKind, termsOf } from './phrase.ts'
import { isUnspaced } from './unspaced-text.ts'
import { SHORTEST_PART } from './vocabulary.ts'

export type NewPhrase = Omit<Phrase, 'id'>

/** How every language is spelled in a list. */
const EVERY = '*'

type InSection = Pick<Section, 'id' | 'slug'>

/** One phrase a line: what it is, its language and its words, and the section where it holds in one alone, with tabs between. */
export function linesOf(phrases: readonly NewPhrase[], sections: readonly InSection[]): string {
  const slugs = new Map(sections.map(({ id, slug }) => [id, slug]))
  const cells = ({ kind, language, words, sectionId }: NewPhrase) => {
    const slug = sectionId === null ? undefined : slugs.get(sectionId)
    return [kind, language ?? EVERY, words, ...(slug === undefined ? [] : [slug])]
  }
  return phrases.map((phrase) => `${cells(phrase).join('\t')}\n`).join('')
}

/** Reads such lines, or lines of words alone, which are of the kind, language and section given. Throws Trouble that names the first line that is wrong. */
export function phrasesIn(
  text: string,
  otherwise: Pick<Phrase, 'kind' | 'language' | 'sectionId'>,
  sections: readonly InSection[],
): NewPhrase[] {
  return text.split(/\r\n?|\n/).flatMap((line, at) => {
    if (line.trim() === '') return []
    const cells = line.split('\t').map((cell) => cell.trim())
    if (cells.length === 1) return [checked({ ...otherwise, words: cells[0]! }, at + 1)]
    const [kind, language, words, slug] = cells
    if (cells.length < 3 || cells.length > 4 || !isKind(kind))
      throw new Trouble('invalid', 'phrase.line', { line: at + 1 })
    const section = slug ? sections.find((one) => one.slug === slug) : null
    if (section === undefined)
      throw new Trouble('invalid', 'phrase.section-unknown', { line: at + 1, section: slug!.slice(0, LONGEST_PHRASE) })
    const sectionId = section?.id ?? null
    return [checked({ kind, language: language === EVERY ? null : language!, sectionId, words: words! }, at + 1)]
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
