import { memoized } from '../../kit/memoize.ts'
import { type Gender, genderOf } from './declension/gender.ts'
import { type NamePart, russianForms } from './declension/russian.ts'
import { personCases } from './declension/russian-library.ts'
import { ukrainianForms } from './declension/ukrainian.ts'
import type { NameKind } from './name.ts'
import { type NameWord, nameWords } from './name-words.ts'

/** What a word of a text must be to stand for a word of a name. */
export interface Slot {
  keys: ReadonlySet<string>
  /** Which of its letters must be capitals. */
  letters: 'upper' | 'capital' | 'any'
  /** As the name has it. */
  word: string
}

/** A name's words, and where its surname begins: at 0 where it is all one. */
export interface NameSlots {
  slots: readonly Slot[]
  family: number
}

const KEPT_NAMES = 20_000
const made = memoized(KEPT_NAMES, (asked: string): NameSlots => {
  const [base, kind, form] = asked.split('\n') as [string, NameKind, string]
  return slotsOf(form, base, kind)
})

/** The words of a name with the forms that each can take in its language. */
export function nameSlots(form: string, base: string, kind: NameKind): NameSlots {
  return made([base, kind, form.replaceAll('\n', ' ')].join('\n'))
}

/** The same of a form that stands for itself alone. */
export function exactSlots(form: string, base: string): NameSlots {
  const words = nameWords(form, base)
  return { slots: words.map((word) => slot(form, word, [])), family: 0 }
}

function slotsOf(form: string, base: string, kind: NameKind): NameSlots {
  const words = nameWords(form, base)
  const family = kind === 'person' ? familyAt(form, words, base) : 0
  const gender = family > 0 ? genderOf(words[0]!.key, words.at(-1)!.key) : genderOf(undefined, words.at(-1)?.key ?? '')
  const slots = words.map((word, at) => {
    const part = kind !== 'person' ? 'other' : at >= family ? 'last' : at === 0 ? 'first' : 'middle'
    return slot(form, word, inflected(word.key, { base, kind, part, gender, isLast: at === words.length - 1 }))
  })
  return { slots: slots.map((one, at) => (at === 0 && slots.length > 1 ? withArticles(one, base) : one)), family }
}

function slot(form: string, word: NameWord, others: readonly string[]): Slot {
  const letters = word.isUpper ? 'upper' : word.isCapital ? 'capital' : 'any'
  return { keys: new Set([word.key, ...others]), letters, word: form.slice(word.start, word.end) }
}

/** Words that belong to the surname that follows them. */
const PARTICLES = new Set(
  'al ben bin da das de del della den der di dos du el ibn la le mac ter van von y zu бен бин ван вон де дер ди фон аль эль ібн ибн بن ابن ال'.split(
    ' ',
  ),
)

/** Which word the surname begins with. A hyphen holds words together. */
function familyAt(form: string, words: readonly NameWord[], base: string): number {
  let at = words.length - 1
  while (at > 0 && isJoined(form, words[at - 1]!, words[at]!)) at--
  if (at > 1 && base === 'es' && words.length > 2 && words[at - 1]!.key.length > 3) at--
  while (at > 1 && PARTICLES.has(words[at - 1]!.key)) at--
  return Math.max(at, 0)
}

function isJoined(form: string, left: NameWord, right: NameWord): boolean {
  return /^[-‐‑–]$/.test(form.slice(left.end, right.start))
}

interface Asked {
  base: string
  kind: NameKind
  part: NamePart
  gender: Gender
  isLast: boolean
}

const PREPOSITIONS = /^.{1,2}$/u

function inflected(word: string, asked: Asked): string[] {
  const { base, kind, part, gender, isLast } = asked
  if (base === 'ru' && !PREPOSITIONS.test(word))
    return [...russianForms(word, asked), ...(kind === 'person' ? personCases(word, part, gender) : [])].map(plain)
  if (base === 'uk' && !PREPOSITIONS.test(word)) return ukrainianForms(word, asked)
  if (base === 'de') return germanForms(word, kind, isLast)
  if (base === 'ar') return kind === 'person' || isLast ? [`${word}ا`] : []
  if (kind === 'term') return pluralsOf(word, base)
  return []
}

function plain(form: string): string {
  return form.toLowerCase().replaceAll('ё', 'е')
}

/** Genitives of names, and the endings of adjectives within them. */
function germanForms(word: string, kind: NameKind, isLast: boolean): string[] {
  const adjective = /e[nrsm]?$/.exec(word)
  const endings = adjective && kind !== 'person' ? ['e', 'en', 'er', 'es', 'em'] : []
  const forms = endings.map((ending) => word.slice(0, adjective!.index) + ending)
  if (kind === 'term') forms.push(...['e', 'en', 'n', 'er', 'ern', 'se', 'sen'].map((ending) => word + ending))
  return isLast || kind !== 'person' ? [...forms, `${word}s`, `${word}es`] : forms
}

function pluralsOf(word: string, base: string): string[] {
  if (base === 'en') return [`${word}s`, `${word}es`, word.replace(/y$/, 'ies')]
  if (base === 'es' || base === 'pt') return [`${word}s`, `${word}es`, word.replace(/z$/, 'ces')]
  if (base === 'fr') return [`${word}s`, `${word}x`, word.replace(/al$/, 'aux')]
  return []
}

/** What an article at the head of a name becomes. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  de: ['der die das dem den des im ins vom zum zur beim am'],
  fr: ['le la du au', 'les des aux'],
  es: ['el la del al', 'los las'],
  en: ['the'],
}

/** Whether a word is an article, which a name can begin with. */
export function isArticle(key: string, base: string): boolean {
  return articlesLike(key, base) !== undefined
}

function articlesLike(key: string, base: string): string[] | undefined {
  return (ARTICLES[base] ?? []).map((list) => list.split(' ')).find((list) => list.includes(key))
}

function withArticles(slot: Slot, base: string): Slot {
  const like = articlesLike(slot.word.toLowerCase(), base)
  return like ? { ...slot, keys: new Set([...slot.keys, ...like]), letters: 'any' } : slot
}
