import { withoutPrefixes } from './arabic-prefixes.ts'
import type { Lexicon, Meaning, Role } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A text as it is being read: its tokens and the words of its language. */
export interface Reading {
  text: string
  tokens: readonly Token[]
  lexicon: Lexicon
}

/** What was found at a place, and the token after it. */
export interface Found<What> {
  what: What
  next: number
}

export interface Said {
  role: Role
  value: number
}

/** More letters of an unspaced script are no word here. */
const LONGEST_HAN = 4
/** @NOTE it begins many words: 成绩, 成员. */
const TENTH = '成'
const ENDS_TENTHS = /^(?:$|[\s\p{P}的以左多至到])/u
/** @NOTE what an Arabic number counts stands without the article. */
const DEFINITE = /^[وف]?[بك]?(?:ال|لل)/
const ARABIC = /^[\u0600-\u06ff]/

/** What a word says by itself, as a number, a month or a weekday. */
export function aloneAt({ tokens, lexicon }: Reading, at: number): Found<Said[]> | undefined {
  return lookedUp(tokens, at, (key) => lexicon.alone(key))
}

/** What a word or sign says after a number. */
export function meaningAt({ text, tokens, lexicon }: Reading, at: number): Found<Meaning[]> | undefined {
  const token = tokens[at]
  if (token?.text === TENTH && !ENDS_TENTHS.test(text.slice(token.end))) return undefined
  if (token === undefined) return undefined
  const ofSign = SIGNS.get(token.text)
  if (ofSign) return { what: ofSign, next: at + 1 }
  if (lexicon.is('percent', `${token.key}-${tokens[at + 1]?.key ?? ''}`))
    return { what: [{ percent: 1 }], next: at + 2 }
  return lookedUp(tokens, at, (key) => {
    const found = DEFINITE.test(token.key) && key !== token.key ? [] : lexicon.after(key)
    return found.length > 0 ? found : undefined
  })
}

/** Whether the word there is on a list of the language, as one word or, of an unspaced script, as several letters. */
export function listedAt(
  { tokens, lexicon }: Reading,
  at: number,
  list: Parameters<Lexicon['is']>[0],
): Found<true> | undefined {
  return lookedUp(tokens, at, (key) => lexicon.is(list, key) || undefined)
}

export function halfAt({ tokens, lexicon }: Reading, at: number): Found<'am' | 'pm'> | undefined {
  return lookedUp(tokens, at, (key) => lexicon.half(key))
}

/** The place after signs and words that may stand between a number and what it is of. */
export function pastFillers(reading: Reading, from: number): number {
  let at = pastHyphen(reading, from)
  while (at < from + 4 && listedAt(reading, at, 'filler')) at++
  return at
}

export function pastHyphen({ tokens }: Reading, at: number): number {
  return tokens[at] && isHyphen(tokens[at]) && tokens[at - 1]?.end === tokens[at].start ? at + 1 : at
}

export function isHyphen({ is, text }: Token): boolean {
  return is === 'sign' && /^[-\u2010-\u2015\u2212]$/.test(text)
}

function lookedUp<What>(
  tokens: readonly Token[],
  at: number,
  ask: (key: string) => What | undefined,
): Found<What> | undefined {
  const token = tokens[at]
  if (token?.is === 'han') return longestOfHan(tokens, at, ask)
  if (token?.is !== 'word') return undefined
  for (const key of triesOf(token.key)) {
    const what = ask(key)
    if (what !== undefined) return { what, next: at + 1 }
  }
  return undefined
}

/** @NOTE French writes its short words together with the next, "d'euros", and English "June's". */
function triesOf(key: string): readonly string[] {
  if (ARABIC.test(key)) return withoutPrefixes(key)
  const elided = key.indexOf("'")
  if (key.endsWith("'s")) return [key, key.slice(0, -2)]
  return elided === 1 ? [key, key.slice(2)] : [key]
}

function longestOfHan<What>(tokens: readonly Token[], at: number, ask: (key: string) => What | undefined) {
  let [word, count] = ['', 0]
  let found: Found<What> | undefined
  while (count < LONGEST_HAN && tokens[at + count]?.is === 'han') {
    word += tokens[at + count]!.text
    count++
    const what = ask(word)
    if (what !== undefined) found = { what, next: at + count }
  }
  return found
}

const SIGNS = new Map<string, Meaning[]>([
  ...['%', '٪', '％', '﹪'].map((sign) => [sign, [{ percent: 1 }]] as [string, Meaning[]]),
  ['‰', [{ percent: 0.1 }]],
  ['$', [{ currency: 'USD' }]],
  ['＄', [{ currency: 'USD' }]],
  ['€', [{ currency: 'EUR' }]],
  ['£', [{ currency: 'GBP' }]],
  ['￡', [{ currency: 'GBP' }]],
  ['¥', [{ currency: 'CNY' }, { currency: 'JPY' }]],
  ['￥', [{ currency: 'CNY' }, { currency: 'JPY' }]],
  ['₽', [{ currency: 'RUB' }]],
  ['₴', [{ currency: 'UAH' }]],
  ['°', [{ unit: 'degree' }]],
  ['℃', [{ unit: 'C' }]],
  ['℉', [{ unit: 'F' }]],
  ['′', [{ unit: 'ft' }]],
  ['″', [{ unit: 'in' }]],
])
