import type { Mention, Named, NameForm } from './name.ts'
import { baseOf, type NameWord, nameKey, nameWords } from './name-words.ts'
import { type Pattern, patternsOf } from './patterns.ts'
import type { Slot } from './slots.ts'
import { createSurroundings, type Surroundings } from './surroundings.ts'
import { isUnspacedName, unspacedFinder } from './unspaced-names.ts'

/** Finds where a text in the language of the names says one of them. */
export type Recogniser<Id extends number = number> = (text: string) => Mention<Id>[]

/** Made of a list of names once for each language that is asked for. */
export function recogniserOf<Id extends number>(entries: readonly Named<Id>[], language: string): Recogniser<Id> {
  const base = baseOf(language)
  const [spaced, unspaced] = apart(entries, base)
  const begins = new Map<string, Pattern<Id>[]>()
  const givenNames = new Set<string>()
  for (const entry of spaced)
    for (const pattern of patternsOf(entry, language)) {
      for (const key of pattern.slots[0]!.keys) push(begins, key, pattern)
      if (entry.kind === 'person' && pattern.isWhole && pattern.slots.length > 1)
        for (const key of pattern.slots[0]!.keys) givenNames.add(key)
    }
  const unspacedIn = unspacedFinder(unspaced)

  return (text) => {
    const found = begins.size === 0 ? [] : settled(text, base, spacedIn(text, { base, begins, givenNames }))
    return [...found, ...unspacedIn(text)].sort((a, b) => a.start - b.start)
  }
}

/** Names in scripts that are written without spaces are looked for otherwise. */
function apart<Id extends number>(entries: readonly Named<Id>[], base: string) {
  const spaced: Named<Id>[] = []
  const unspaced: { entryId: Id; form: string; isPerson: boolean }[] = []
  for (const entry of entries) {
    const own = entry.forms.filter(({ language }) => baseOf(language) === base)
    const all = own.flatMap(({ form, inflected }) => [form, ...inflected]).filter(isUnspacedName)
    unspaced.push(...all.map((form) => ({ entryId: entry.id, form, isPerson: entry.kind === 'person' })))
    const others = own.flatMap(spacedForms)
    if (others.length > 0) spaced.push({ ...entry, forms: others })
  }
  return [spaced, unspaced] as const
}

/** A form with those of its others that have spaces; where it has none itself, each of these stands for itself. */
function spacedForms({ language, form, inflected }: NameForm): NameForm[] {
  const others = inflected.filter((one) => !isUnspacedName(one))
  if (!isUnspacedName(form)) return [{ language, form, inflected: others }]
  return others.map((one) => ({ language, form: one, inflected: [] }))
}

interface KnownPatterns<Id extends number> {
  base: string
  begins: ReadonlyMap<string, readonly Pattern<Id>[]>
  /** First names of the persons among them. */
  givenNames: ReadonlySet<string>
}

/** Words that may be more than one name's. */
interface Found<Id extends number> {
  start: number
  end: number
  patterns: readonly Pattern<Id>[]
  isBegin: boolean
}

function spacedIn<Id extends number>(text: string, known: KnownPatterns<Id>): Found<Id>[] {
  const words = nameWords(text, known.base)
  const around = createSurroundings(text, words, known)
  const found: Found<Id>[] = []
  for (let at = 0; at < words.length; at++) {
    const longest = longestAt(words, at, around, known)
    if (!longest) continue
    const start = words[at]!.start + longest.shift
    const { last, patterns, isBegin = false } = longest
    found.push({ start, end: words[last]!.end, patterns, isBegin })
    at = longest.last
  }
  return found
}

interface Longest<Id extends number> {
  last: number
  /** How many letters of the first word belong to a preposition that is written with it. */
  shift: number
  patterns: Pattern<Id>[]
  /** Whether it is no more than how a word begins. */
  isBegin?: true | undefined
}

function longestAt<Id extends number>(
  words: readonly NameWord[],
  at: number,
  around: Surroundings,
  { base, begins }: KnownPatterns<Id>,
): Longest<Id> | undefined {
  let longest: Longest<Id> | undefined
  for (const { key, shift, isBegin } of keysOf(words[at]!, base)) {
    for (const pattern of begins.get(key) ?? []) {
      if (isBegin && pattern.slots.length > 1) continue
      const last = lastOf(pattern, words, at, around)
      if (last === undefined || !around.allows(pattern, at, last)) continue
      if (
        !longest ||
        last > longest.last ||
        (last === longest.last && pattern.isWhole && !longest.patterns[0]!.isWhole)
      )
        longest = { last, shift, patterns: [pattern], isBegin }
      else if (last === longest.last && pattern.isWhole === longest.patterns[0]!.isWhole) longest.patterns.push(pattern)
    }
    if (longest) return longest
  }
  return longest
}

/** Where a pattern that begins at a word ends; undefined where it does not stand there. */
function lastOf(
  { slots, hasGap }: Pattern,
  words: readonly NameWord[],
  at: number,
  around: Surroundings,
): number | undefined {
  let word = at
  for (const [number, slot] of slots.entries()) {
    if (number === 1 && hasGap) {
      if (!words[word] || !around.isPatronymic(word)) return
      word++
    }
    const here = words[word]
    if (!here || (number > 0 && !around.areJoined(word - 1, word))) return
    if (!hasLetters(slot, here) || (number > 0 && !slot.keys.has(here.key))) return
    word++
  }
  return word - 1
}

function hasLetters({ letters }: Slot, word: NameWord): boolean {
  if (letters === 'any') return true
  return letters === 'upper' ? word.isUpper : word.isCapital
}

const PREFIXES = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك']

interface Key {
  key: string
  shift: number
  /** Whether another word follows it without a space. */
  isBegin?: true
}

/** @NOTE after these letters no Arabic letter is joined, and the space before the next word is often left out. */
const UNJOINED = /[ادذرزو]/g
const SHORTEST_BEGIN = 4

/** A word as it is, and in Arabic without what is written together with it: "and", "so", "in", "to", "like". */
function keysOf(word: NameWord, base: string): Key[] {
  const keys: Key[] = [{ key: word.key, shift: 0 }]
  if (base !== 'ar') return keys
  for (const prefix of PREFIXES) {
    if (!word.key.startsWith(prefix) || word.key.length <= prefix.length + 1) continue
    const rest = word.key.slice(prefix.length)
    keys.push({ key: rest, shift: prefix.length })
    if (prefix.endsWith('ل') && rest.startsWith('ل')) keys.push({ key: `ا${rest}`, shift: prefix.length - 1 })
  }
  for (const { index } of word.key.matchAll(UNJOINED)) {
    const key = word.key.slice(0, index + 1)
    if (key.length >= SHORTEST_BEGIN && key !== word.key) keys.push({ key, shift: 0, isBegin: true })
  }
  return keys
}

/** Gives what several can claim to the one that the text names in full, and to nobody where that is not told. */
function settled<Id extends number>(text: string, base: string, found: readonly Found<Id>[]): Mention<Id>[] {
  const inFull = new Set<Id>()
  for (const { patterns } of found) if (patterns[0]!.isWhole) for (const { entryId } of patterns) inFull.add(entryId)
  let latest: Id | undefined
  return found.flatMap(({ start, end, patterns, isBegin }) => {
    const form = text.slice(start, end)
    const entryId = ownerOf(patterns, inFull, latest) ?? asWritten(patterns, form, base)
    if (entryId === undefined) return []
    if (patterns[0]!.isWhole) latest = entryId
    return [{ entryId, form, start, end, isDerived: isBegin || patterns[0]!.isDerived }]
  })
}

function ownerOf<Id extends number>(
  patterns: readonly Pattern<Id>[],
  inFull: ReadonlySet<Id>,
  latest: Id | undefined,
): Id | undefined {
  const owners = [...new Set(patterns.map(({ entryId }) => entryId))]
  if (owners.length === 1) return owners[0]
  const named = owners.filter((one) => inFull.has(one))
  if (named.length === 1) return named[0]
  return latest !== undefined && named.includes(latest) ? latest : undefined
}

/** Of whole names the one that is written so, or else the first; a part that several share is nobody's. */
function asWritten<Id extends number>(patterns: readonly Pattern<Id>[], form: string, base: string): Id | undefined {
  if (!patterns[0]!.isWhole) return
  const written = keyOf(nameWords(form, base).map(({ key }) => key))
  return (patterns.find(({ slots }) => keyOf(slots.map(({ word }) => nameKey(word))) === written) ?? patterns[0]!)
    .entryId
}

function keyOf(words: readonly string[]): string {
  return words.join(' ')
}

function push<Key, One>(lists: Map<Key, One[]>, key: Key, one: One): void {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}
