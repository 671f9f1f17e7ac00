import type { Found, Reading } from './reading.ts'
import type { Token } from './tokens.ts'

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 }
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }
/** What one is counted by, where a single 一 is a number rather than a way to say "a". */
const COUNTED_ONE = /^[级級月号號日岁歲度期楼层等比胜负球分]/
/** Words that begin like a number. */
const NO_NUMBER = /^(?:十分|万一|百姓|千万别|三明治|四处|四周|七嘴|八卦|九龙|五花|百度|百货|十足|两者|两旁|一两)/

/** The number that Han letters from this place on spell; of letters that mean other things too, only where they count. */
export function hanNumberAt({ tokens, text }: Reading, at: number): Found<number> | undefined {
  let next = at
  while (isNumeral(tokens[next]) && (next === at || tokens[next]!.start === tokens[next - 1]!.end)) next++
  if (next === at) return undefined
  const letters = tokens.slice(at, next).map((token) => token.text)
  const start = tokens[at]!.start
  if (NO_NUMBER.test(text.slice(start, start + 4))) return undefined
  if (letters.length === 1 && !isCounting(letters[0]!, text.slice(tokens[next - 1]!.end), text[start - 1]))
    return undefined
  const value = numberOf(letters)
  return value === undefined ? undefined : { what: value, next }
}

function isNumeral(token: Token | undefined): boolean {
  return token?.is === 'han' && (token.text in DIGITS || token.text in TENS || token.text in SCALES)
}

function isCounting(letter: string, after: string, before: string | undefined): boolean {
  if (letter === '一') return before === '第' || COUNTED_ONE.test(after)
  return letter in DIGITS || letter === '十'
}

function numberOf(letters: readonly string[]): number | undefined {
  if (letters.length > 1 && letters.every((letter) => letter in DIGITS))
    return Number(letters.map((letter) => DIGITS[letter]).join(''))
  let [sum, section, digit] = [0, 0, -1]
  let last = 1
  for (const letter of letters) {
    if (letter in DIGITS) digit = DIGITS[letter]!
    else if (letter in TENS) {
      section += (digit < 0 ? 1 : digit) * TENS[letter]!
      ;[digit, last] = [-1, TENS[letter]!]
    } else {
      sum = (sum + section + Math.max(digit, 0) || 1) * SCALES[letter]!
      ;[section, digit, last] = [0, -1, SCALES[letter]!]
    }
  }
  const isShortened = letters.length > 2 && digit > 0 && last > 10 && letters.at(-2) !== '零' && letters.at(-2) !== '〇'
  return sum + section + Math.max(digit, 0) * (isShortened ? last / 10 : 1)
}
