import { foldedWord } from './fold-word.ts'
import { formsOf } from './forms.ts'
import type { Separators } from './numeral.ts'
import type { Unit } from './units.ts'

/** The words with which a language states facts; a pattern as `formsOf` reads it, in lists of units also `stem*`. */
export interface Words {
  separators: Separators
  /** The endings that `~` stands for. */
  adjective?: string
  cardinals: Readonly<Record<number, string>>
  ordinals: Readonly<Record<number, string>>
  scales: Readonly<Record<string, string>>
  /** Words that are one, and more often an article. */
  /** Words of scale that by themselves are one of it. */
  ones?: string
  articles?: string
  halves?: string
  /** What stands between a hundred or a ten and the rest of the number. */
  joins?: string
  joined?: Joined
  /** What stands between the ends of a range. */
  ranges: string
  /** Between a number and what it is of. */
  fillers?: string
  months: readonly string[]
  weekdays: readonly string[]
  units: Partial<Record<Unit, string>>
  /** Words that make an area of a length. */
  squares?: string
  money: Readonly<Record<string, string>>
  percent: string
  /** Tenths, where a language counts in them. */
  tenths?: string
  before: string
  after: string
  noon?: string
  midnight?: string
  /** After these a number is an hour of the day. */
  oclock?: string
  /** Halves of the day that mean something else right after a number. */
  afterHours?: string
  decades?: string
  /** What percentages are told in, too. */
  points?: string
  /** What stands before a decade. */
  decadesOf?: string
  minus?: string
  /** How a number begins that goes on as another word: "пяти" in "пятилетний". */
  prefixes?: Readonly<Record<number, string>>
  /** How it goes on there, and what it is then of. */
  compounds?: Readonly<Record<string, Unit | 'percent' | ''>>
  /** Words that say two of something by their form. */
  duals?: Partial<Record<Unit | '', string>>
  /** And one. */
  singles?: Partial<Record<Unit, string>>
  /** Numbers that are spelled as one word, however long. */
  spelled?: (key: string) => { value: number; isOrdinal: boolean } | undefined
}

/** Of which numbers a joining word may put the rest behind: hundreds (two hundred and five), tens (treinta y uno). */
export type Joined = 'hundreds' | 'tens' | 'any'

export type Role = 'cardinal' | 'ordinal' | 'scale' | 'month' | 'weekday'

export interface Lexicon {
  separators: Separators
  joined: Joined | undefined
  /** What a word says by itself. */
  alone: (key: string) => { role: Role; value: number }[] | undefined
  /** What a word says after a number. */
  after: (key: string) => Meaning[]
  is: (
    list:
      | 'article'
      | 'half'
      | 'one'
      | 'join'
      | 'range'
      | 'filler'
      | 'square'
      | 'oclock'
      | 'after-hours'
      | 'decade'
      | 'decade-of'
      | 'points'
      | 'minus'
      | 'noon'
      | 'midnight'
      | 'percent',
    key: string,
  ) => boolean
  half: (key: string) => 'am' | 'pm' | undefined
  compound: (key: string) => { value: number; unit?: Unit; isPercent: boolean } | undefined
}

export type Meaning = { unit: Unit } | { currency: string } | { scale: number } | { percent: number }

/** Makes the lists of a language ready to be asked word by word. */
export function lexiconFrom(words: Words): Lexicon {
  const alone = standingAlone(words)
  const after = afterNumbers(words)
  const lists = listsOf(words)
  const [before, later] = [new Set(formsOf(words.before)), new Set(formsOf(words.after))]
  return {
    separators: words.separators,
    joined: words.joined,
    alone: (key) => alone.get(key) ?? spelledAs(words, key),
    after,
    is: (list, key) => lists[list].has(key),
    half: (key) => (before.has(key) ? 'am' : later.has(key) ? 'pm' : undefined),
    compound: compoundsOf(words),
  }
}

function spelledAs({ spelled }: Words, key: string): { role: Role; value: number }[] | undefined {
  const found = key.length < SHORTEST_COMPOUND ? undefined : spelled?.(key)
  return found && [{ role: found.isOrdinal ? 'ordinal' : 'cardinal', value: found.value }]
}

function standingAlone({ cardinals, ordinals, scales, months, weekdays, adjective }: Words) {
  const found = new Map<string, { role: Role; value: number }[]>()
  const add = (role: Role, value: number, pattern: string) => {
    for (const form of formsOf(pattern, adjective)) found.set(form, [...(found.get(form) ?? []), { role, value }])
  }
  for (const [value, pattern] of Object.entries(cardinals)) add('cardinal', Number(value), pattern)
  for (const [value, pattern] of Object.entries(ordinals)) add('ordinal', Number(value), pattern)
  for (const [value, pattern] of Object.entries(scales)) add('scale', Number(value), pattern)
  for (const [at, pattern] of months.entries()) add('month', at + 1, pattern)
  for (const [at, pattern] of weekdays.entries()) add('weekday', at + 1, pattern)
  return found
}

function afterNumbers({ units, money, scales, percent, tenths = '', adjective }: Words): Lexicon['after'] {
  const exact = new Map<string, Meaning[]>()
  const stems = new Map<string, Meaning[]>()
  const add = (meaning: Meaning, pattern: string) => {
    for (const form of formsOf(pattern, adjective)) {
      const list = form.endsWith('*') ? stems : exact
      const key = form.replace('*', '')
      list.set(key, [...(list.get(key) ?? []), meaning])
    }
  }
  for (const [unit, pattern] of Object.entries(units)) add({ unit: unit as Unit }, pattern)
  for (const [currency, pattern] of Object.entries(money)) add({ currency }, pattern)
  for (const [scale, pattern] of Object.entries(scales)) add({ scale: Number(scale) }, pattern)
  add({ percent: 1 }, percent)
  add({ percent: 10 }, tenths)
  const lengths = [...new Set([...stems.keys()].map((stem) => stem.length))].toSorted((a, b) => b - a)
  return (key) => {
    const found = exact.get(key)
    if (found) return found
    for (const length of lengths) {
      const stem =
        length < key.length ? stems.get(key.slice(0, length)) : length === key.length ? stems.get(key) : undefined
      if (stem) return stem
    }
    return []
  }
}

function listsOf(words: Words) {
  const set = (pattern = '') => new Set(formsOf(pattern, words.adjective))
  return {
    article: set(words.articles),
    one: set(words.ones),
    half: set(words.halves),
    join: set(words.joins),
    range: set(words.ranges),
    filler: set(words.fillers),
    square: set(words.squares),
    oclock: set(words.oclock),
    'after-hours': set(words.afterHours),
    decade: set(words.decades),
    'decade-of': set(words.decadesOf),
    points: set(words.points),
    minus: set(words.minus),
    percent: new Set(formsOf(words.percent).filter((form) => form.includes('-'))),
    noon: set(words.noon),
    midnight: set(words.midnight),
  }
}

const SHORTEST_COMPOUND = 6

function compoundsOf({ prefixes = {}, compounds = {}, duals = {}, singles = {} }: Words): Lexicon['compound'] {
  const twos = new Map(
    Object.entries(duals).flatMap(([unit, pattern]) => formsOf(pattern).map((form) => [form, unit as Unit | ''])),
  )
  const ones = new Map(
    Object.entries(singles).flatMap(([unit, pattern]) => formsOf(pattern).map((form) => [form, unit as Unit])),
  )
  const heads = new Map(
    Object.entries(prefixes).flatMap(([value, pattern]) => formsOf(pattern).map((form) => [form, Number(value)])),
  )
  const tails = Object.entries(compounds).map(([tail, of]) => [foldedWord(tail), of] as const)
  const longest = Math.max(0, ...[...heads.keys()].map((head) => head.length))

  /** The sum of the heads with which a word begins, where one of the tails goes on behind them. */
  function read(key: string, sum: number): { value: number; tail: string } | undefined {
    for (let length = Math.min(longest, key.length); length > 1; length--) {
      const value = heads.get(key.slice(0, length))
      if (value === undefined || (sum > 0 && value >= sum)) continue
      const rest = key.slice(length)
      const found = tails.find(([tail]) => rest.startsWith(tail))
      if (found) return { value: sum + value, tail: found[0] }
      const more = read(rest.replace(/^(?:und|-)/, ''), sum + value)
      if (more) return more
    }
    return undefined
  }

  return (key) => {
    const two = twos.get(key)
    if (two !== undefined) return { value: 2, isPercent: false, ...(two && { unit: two }) }
    const one = ones.get(key)
    if (one !== undefined) return { value: 1, isPercent: false, unit: one }
    const found = heads.size === 0 || key.length < SHORTEST_COMPOUND ? undefined : read(key, 0)
    if (!found) return undefined
    const of = tails.find(([tail]) => tail === found.tail)![1]
    return { value: found.value, isPercent: of === 'percent', ...(of && of !== 'percent' && { unit: of }) }
  }
}
