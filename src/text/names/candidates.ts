import { type Nominative, nominativeOf } from './declension/nominative.ts'
import { mentionsIn } from './mentions.ts'
import { monthsIn } from './months.ts'
import type { Named, NameKind } from './name.ts'
import { baseOf, type NameWord, nameKey, nameWords } from './name-words.ts'
import { isOpener } from './openers.ts'
import { tonguesIn } from './tongues.ts'

/** Words of a text that look like a name which nobody has settled. */
export interface Candidate {
  form: string
  /** Every form in which it stands there. */
  forms: readonly string[]
  /** What these are forms of. */
  nominative: Nominative
  kind: NameKind
  /** How often it stands there, in whatever forms. */
  count: number
  /** What stands around it where it is met first. */
  context: string
}

const MOST = 100
const MOST_WORDS = 6
const AROUND = 60
const LONGEST_SMALL = 3
const QUOTED = /[«“„"‘《「](?<words>[^«»“”„"‘’《》「」\n.!?;]{2,80})[»”“"’》」]/gu
/** What somebody says ends with a comma, or a dash comes behind it: «Мы потеряли дом», — сказал Маликов. */
const SPEECH_GOES_ON = /^,?[\s\u00a0][—–-][\s\u00a0]/
const DOTTED = /[\p{Script=Han}]{1,6}(?:[·•・][\p{Script=Han}]{1,6})+/gu
const CONNECTING = new Set('al bin da das de del der des di dos du el la le of the van von y zu и і та й'.split(' '))
const GERMAN_ARTICLES = new Set(['der', 'des', 'den', 'dem', 'das', 'die'])
const JOINED = /^(?:[\s\u00a0\u202f]|[-‐‑]|\.[\s\u00a0\u202f]?)$/
const ENDS_SENTENCE = /(?:^|[.!?…:;"“”„«»([{¿¡\n—–-]\s*)$/
const UNCASED = new Set(['ar', 'fa', 'he', 'zh', 'ja', 'ko', 'th'])

interface NameSpan {
  start: number
  end: number
  kind: NameKind
}

interface NameSpanIn extends NameSpan {
  text: string
}

/** Names that texts seem to have beside those that are known, those that are met first before; `isSettled` says of which it was said already that they are none. */
export function candidatesIn(
  texts: readonly string[],
  language: string,
  known: readonly Named[],
  isSettled: (key: string) => boolean,
): Candidate[] {
  const written = keysWritten(known, language)
  const places = texts.flatMap((text) => placesIn(text, language, known))
  return grouped(places, language, (key) => written.has(key) || isSettled(key)).slice(0, MOST)
}

/** The same with what would still seem to be a name once these are known: a surname, where the language has other forms of it. */
export function candidatesToTheEnd(
  texts: readonly string[],
  language: string,
  known: readonly Named[],
  isSettled: (key: string) => boolean,
): Candidate[] {
  const found: Candidate[] = []
  const isFresh = ({ form }: Candidate) => found.every((one) => one.form !== form)
  for (let before = -1; before < found.length && found.length < MOST; ) {
    before = found.length
    const named = found.map(
      ({ nominative: { form }, kind }, id): Named => ({ id, kind, forms: [{ language, form, inflected: [] }] }),
    )
    const left = texts.map((text) => withoutNames(text, language, named))
    found.push(...candidatesIn(left, language, known, isSettled).filter(isFresh))
  }
  return found.slice(0, MOST)
}

/** @NOTE a row of signs that no name has keeps what stands on both sides apart. */
function withoutNames(text: string, language: string, named: readonly Named[]): string {
  return mentionsIn(text, language, named).reduce(
    (left, { start, end }) => left.slice(0, start) + '_'.repeat(end - start) + left.slice(end),
    text,
  )
}

const writtenIn = new WeakMap<readonly Named[], Map<string, ReadonlySet<string>>>()

/** @NOTE what is written as a name of the list is no candidate, also where the text around it tells nobody that it is that name. */
function keysWritten(known: readonly Named[], language: string): ReadonlySet<string> {
  const byLanguage = writtenIn.get(known) ?? new Map<string, ReadonlySet<string>>()
  writtenIn.set(known, byLanguage)
  const kept = byLanguage.get(language)
  if (kept) return kept
  const own = known.flatMap(({ forms }) => forms.filter((one) => one.language === language))
  const keys = new Set(own.map(({ form }) => candidateKey(form)))
  byLanguage.set(language, keys)
  return keys
}

function placesIn(text: string, language: string, known: readonly Named[]): NameSpanIn[] {
  const taken = mentionsIn(text, language, known)
  const isTaken = ({ start, end }: NameSpan) => taken.some((one) => one.start < end && start < one.end)
  const quoted = quotedIn(text)
  const places = [...quoted, ...capitalised(text, baseOf(language)).filter((one) => !within(one, quoted))]
  const free = places.filter((place) => !isTaken(place)).sort((a, b) => a.start - b.start)
  return free.map((place) => ({ ...place, text }))
}

function grouped(places: readonly NameSpanIn[], language: string, isSettled: (key: string) => boolean): Candidate[] {
  const groups: { places: NameSpanIn[]; keys: string[] }[] = []
  const [months, tongues] = [monthsIn(baseOf(language)), tonguesIn(language)]
  const isNoName = (key: string) => months.has(key) || tongues.has(key)
  for (const place of places) {
    const keys = keysOf(formAt(place))
    if (keys.length === 0 || isSettled(keys.join(' ')) || (keys.length === 1 && isNoName(keys[0]!))) continue
    const like = groups.find((one) => areAlike(one.keys, keys))
    if (like) like.places.push(place)
    else groups.push({ places: [place], keys })
  }
  return groups.map(({ places }) => candidateOf(places, language))
}

/** By which it is remembered that words are no name. */
export function candidateKey(form: string): string {
  return keysOf(form).join(' ')
}

/** Whether two of them are one name, in one form or another. */
export function areOneName(one: string, other: string): boolean {
  return areAlike(keysOf(one), keysOf(other))
}

function keysOf(form: string): string[] {
  return form
    .split(/[^\p{L}\p{M}\p{N}'’ʼ]+/u)
    .filter(Boolean)
    .map(nameKey)
}

function within({ start, end }: NameSpan, others: readonly NameSpan[]): boolean {
  return others.some((one) => one.start <= start && end <= one.end)
}

function quotedIn(text: string): NameSpan[] {
  const quoted = [...text.matchAll(QUOTED)].flatMap(({ index, groups }): NameSpan[] => {
    const words = groups!.words!
    const isName = /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(words) && words.split(/\s+/).length <= MOST_WORDS
    const isSpeech =
      /,$/.test(words) || SPEECH_GOES_ON.test(text.slice(index + words.length + 2, index + words.length + 6))
    return isName && !isSpeech ? [{ start: index + 1, end: index + 1 + words.length, kind: 'outlet' }] : []
  })
  const dotted = [...text.matchAll(DOTTED)].map(
    ({ 0: words, index }): NameSpan => ({ start: index, end: index + words.length, kind: 'person' }),
  )
  return [...quoted, ...dotted]
}

/** Runs of words with capitals, where those tell a name from other words. */
function capitalised(text: string, base: string): NameSpan[] {
  if (UNCASED.has(base)) return []
  const words = nameWords(text, base)
  const within = capitalWithin(text, words)
  const months = monthsIn(base)
  const runs: NameSpan[] = []
  for (let at = 0; at < words.length; at++) {
    if (!isCapital(words[at]!) || isMonthAlone(words, at, months)) continue
    let last = at
    for (let next = at + 1; next < words.length && next - at < MOST_WORDS; next++) {
      if (!areJoined(text, words[next - 1]!, words[next]!)) break
      if (isCapital(words[next]!)) last = next
      else if (!connects(words, next, base)) break
    }
    const first = firstOfName(text, words, { from: at, to: last, within, base })
    if (first <= last && (base !== 'de' || last > first || words[first]!.isUpper)) {
      const length = last - first + 1
      const kind = words[first]!.isUpper && length === 1 ? 'party' : length === 1 ? 'place' : 'person'
      runs.push({ start: words[first]!.start, end: words[last]!.end, kind })
    }
    at = last
  }
  return runs
}

/** In German an article stands between any nouns, and within a name behind "von" alone. */
function connects(words: readonly NameWord[], at: number, base: string): boolean {
  const { key } = words[at]!
  if (!CONNECTING.has(key)) return false
  return base !== 'de' || !GERMAN_ARTICLES.has(key) || CONNECTING.has(words[at - 1]!.key)
}

/** A month before a word that only connects names: "October the Landeskurier". */
function isMonthAlone(words: readonly NameWord[], at: number, months: ReadonlySet<string>): boolean {
  const next = words[at + 1]
  return months.has(words[at]!.key) && next !== undefined && CONNECTING.has(next.key)
}

interface Run {
  from: number
  to: number
  /** The words that have a capital where no sentence begins. */
  within: ReadonlySet<string>
  base: string
}

/** Where in a run the name begins: behind what opens the sentence, and what is left standing before it by that. */
function firstOfName(text: string, words: readonly NameWord[], { from, to, within, base }: Run): number {
  const isOpening = isPerhapsCommon(text, words[from]!, within, to > from) || opensAlone(text, words, from, base)
  if (!isOpening) return from
  let first = from + 1
  const months = monthsIn(base)
  while (first <= to && (CONNECTING.has(words[first]!.key) || (first < to && months.has(words[first]!.key)))) first++
  return first
}

/** Whether a word opens its sentence, is common there, and is not written together with what follows. */
function opensAlone(text: string, words: readonly NameWord[], at: number, base: string): boolean {
  const [word, next] = [words[at]!, words[at + 1]]
  const isJoined = next !== undefined && !/^\s/.test(text.slice(word.end, next.start))
  return !isJoined && !word.isUpper && opensSentence(text, word) && isOpener(word.key, base)
}

/** Whether a word may have its capital for beginning a sentence alone; before another name, a short one is taken for such. */
function isPerhapsCommon(text: string, word: NameWord, within: ReadonlySet<string>, isFollowed: boolean): boolean {
  if (!opensSentence(text, word) || within.has(word.key) || word.isUpper) return false
  return !isFollowed || word.end - word.start <= LONGEST_SMALL
}

/** The words that have a capital where no sentence begins. */
function capitalWithin(text: string, words: readonly NameWord[]): ReadonlySet<string> {
  return new Set(words.filter((word) => isCapital(word) && !opensSentence(text, word)).map(({ key }) => key))
}

function isCapital({ isCapital, start, end }: NameWord): boolean {
  return isCapital && end - start > 1
}

function opensSentence(text: string, { start }: NameWord): boolean {
  return ENDS_SENTENCE.test(text.slice(Math.max(0, start - 4), start))
}

/** A full stop joins no more than what is shortened. */
function areJoined(text: string, left: NameWord, right: NameWord): boolean {
  const gap = text.slice(left.end, right.start)
  return JOINED.test(gap) && (!gap.includes('.') || left.end - left.start <= LONGEST_SMALL)
}

/** Whether two runs differ in no more than endings, or one of them is the surname of the other. */
function areAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length && Math.min(a.length, b.length) > 1) return false
  const shared = Math.min(a.length, b.length)
  return a.slice(-shared).every((word, at) => haveOneStem(word, b.slice(-shared)[at]!))
}

const SHORTEST_STEM = 3

function haveOneStem(a: string, b: string): boolean {
  const needed = Math.max(SHORTEST_STEM, Math.min(a.length, b.length) - 1)
  return a === b || (a.slice(0, needed) === b.slice(0, needed) && Math.abs(a.length - b.length) <= SHORTEST_STEM)
}

/** Of the forms with the most words, the shortest is the nearest to the one that dictionaries have. */
function candidateOf(places: readonly NameSpanIn[], language: string): Candidate {
  const forms = [...new Set(places.map(formAt))]
  const form = forms.toSorted((a, b) => wordsIn(b) - wordsIn(a) || a.length - b.length)[0]!
  const { text, start, end, kind } = places[0]!
  const context = text
    .slice(Math.max(0, start - AROUND), end + AROUND)
    .replace(/\s+/g, ' ')
    .trim()
  const others = forms.filter((one) => one !== form)
  const nominative = nominativeOf([form, ...others], { language, kind })
  return { form, forms, nominative, kind, count: places.length, context }
}

function formAt({ text, start, end }: NameSpanIn): string {
  return text.slice(start, end).replace(/\s+/g, ' ')
}

function wordsIn(form: string): number {
  return keysOf(form).length
}
