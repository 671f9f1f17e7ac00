import { ar } from './languages/ar.ts'
import { de } from './languages/de.ts'
import { en } from './languages/en.ts'
import { es } from './languages/es.ts'
import { fr } from './languages/fr.ts'
import { ru } from './languages/ru.ts'
import { uk } from './languages/uk.ts'
import { zh } from './languages/zh.ts'
import { type Lexicon, lexiconFrom, type Words } from './lexicon.ts'

const WORDS: Readonly<Record<string, Words>> = { ar, de, en, es, fr, ru, uk, zh }
/** Of a language without words here, digits are read all the same. */
const NO_WORDS: Words = {
  separators: { group: ',', decimal: '.' },
  cardinals: {},
  ordinals: {},
  scales: {},
  ranges: '',
  months: [],
  weekdays: [],
  units: {},
  money: {},
  percent: '',
  before: '',
  after: '',
}

const made = new Map<string, Lexicon>()

/** The words of a language, by the first part of its tag; made when first asked for. */
export function lexiconOf(language: string): Lexicon {
  const name = language.toLowerCase().split('-')[0]!
  const known = Object.hasOwn(WORDS, name) ? name : ''
  const lexicon = made.get(known) ?? lexiconFrom(WORDS[known] ?? NO_WORDS)
  made.set(known, lexicon)
  return lexicon
}
