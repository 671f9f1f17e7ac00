import { foldedWord } from './fold-word.ts'

/** One word, number or sign of a text; a letter of a script without spaces is a word of its own. */
export interface Token {
  is: 'number' | 'word' | 'han' | 'clock' | 'date' | 'phone' | 'sign'
  start: number
  end: number
  text: string
  key: string
}

const SPACE = String.raw`[ \u00a0\u2009\u202f]`
const LETTER = String.raw`[[\p{L}\p{M}]--\p{Script=Han}]`
const KINDS = [
  String.raw`(?<date>(?<![\d.\/\-])(?:\d{4}[\-.\/]\d{1,2}[\-.\/]\d{1,2}|\d{1,2}[.\/]\d{1,2}[.\/](?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-\d{4})(?![\d\/\-]|\.\d))`,
  String.raw`(?<phone>(?<!\d|\d[.,])(?:\+\d{1,3}${SPACE}?)?\(?\d{2,5}\)?(?:[ \u00a0.\-\u2011]\d{2,4}){2,5}(?!\d|[.,]\d))`,
  String.raw`(?<clock>(?<![\d:])\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?![\d:]))`,
  String.raw`(?<number>(?<!\d|\d[.,])\d{1,3}(?:${SPACE}\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫٬]\d+|['’،]\d{3}(?!\d))*)`,
  String.raw`(?<word>(?:(?:${LETTER}\.){2,}(?!${LETTER}))|${LETTER}+(?:['’ʼ]${LETTER}+)*)`,
  String.raw`(?<han>\p{Script=Han})`,
  String.raw`(?<sign>[^\s\p{L}\p{M}\p{N}\p{Cf}]|[\u00bc-\u00be\u2150-\u215e])`,
]
const TOKEN = new RegExp(KINDS.join('|'), 'gv')
const WITHOUT_PHONES = new RegExp(KINDS.filter((kind) => !kind.startsWith('(?<phone>')).join('|'), 'gv')
const DOTTED = /\./g

/** The tokens of a text whose digits are ASCII already. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; ; ) {
    const found = nextIn(text, at)
    if (!found) return tokens
    tokens.push(tokenOf(found))
    at = found.index + found[0].length
  }
}

/** @NOTE thousands that are parted by spaces look like a number to call. */
function nextIn(text: string, at: number): RegExpExecArray | null {
  TOKEN.lastIndex = WITHOUT_PHONES.lastIndex = at
  const found = TOKEN.exec(text)
  if (found?.groups?.phone === undefined || isPhone(found[0])) return found
  WITHOUT_PHONES.lastIndex = found.index
  return WITHOUT_PHONES.exec(text)
}

function tokenOf({ 0: text, index, groups }: RegExpExecArray): Token {
  const is = KINDS_IN_ORDER.find((kind) => groups![kind] !== undefined)!
  const key = is === 'word' ? foldedWord(text.replace(DOTTED, '')) : text
  return { is, start: index, end: index + text.length, text, key }
}

const KINDS_IN_ORDER = ['number', 'word', 'han', 'sign', 'clock', 'date', 'phone'] as const
/** Source: ITU-T E.164 for the most; the fewest are what a town has. */
const DIGITS_OF_PHONE = { fewest: 7, most: 15 }
const THOUSANDS = /^[1-9]\d{0,2}(?:[ \u00a0.]\d{3})+$/
const YEARS = /^(?:1[5-9]|20)\d\d\b/

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  if (digits < DIGITS_OF_PHONE.fewest || digits > DIGITS_OF_PHONE.most) return false
  return !THOUSANDS.test(text) && !YEARS.test(text)
}
