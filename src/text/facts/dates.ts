import type { Fact } from './fact.ts'
import { hanNumberAt } from './han-numbers.ts'
import type { Found, Reading } from './reading.ts'

/** A date in digits as its day, month and year; which of two is the month is told by the language, or by what can be one. */
export function dateAt({ tokens, text, lexicon }: Reading, at: number): Found<Fact[]> | undefined {
  const token = tokens[at]!
  if (token.is !== 'date') return undefined
  const written = [...token.text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    value: Number(digits),
    length: digits.length,
    start: token.start + index,
  }))
  const [a, b, c] = written as [(typeof written)[0], (typeof written)[0], (typeof written)[0]]
  const isYearFirst = a.length === 4
  const isMonthFirst = token.text.includes('/') && lexicon.joined === 'hundreds'
  const [day, month, year] = isYearFirst
    ? [c, b, a]
    : (isMonthFirst && a.value <= 12) || b.value > 12
      ? [b, a, c]
      : [a, b, c]
  const isEither = !isYearFirst && token.text.includes('/') && day.value <= 12
  const facts = [
    fact('number', day, isEither ? [day.value, month.value] : [day.value]),
    fact('month', month, isEither ? [month.value, day.value] : [month.value]),
    fact('number', year, year.length === 2 ? [year.value, 2_000 + year.value, 1_900 + year.value] : [year.value]),
  ]
  return { what: facts.toSorted((one, other) => one.start - other.start), next: at + 1 }

  function fact(kind: Fact['kind'], { start, length }: (typeof written)[0], values: number[]): Fact {
    return {
      kind,
      start,
      end: start + length,
      text: text.slice(start, start + length),
      values,
      place: 1,
      isFirm: true,
      isWords: false,
    }
  }
}

/** 9月 is September. */
export function monthOfHan({ tokens, text, lexicon }: Reading, at: number): Found<Fact> | undefined {
  const { is, text: written, start } = tokens[at]!
  const read =
    is === 'number'
      ? { what: Number(written), next: at + 1 }
      : is === 'han'
        ? hanNumberAt({ tokens, text, lexicon }, at)
        : undefined
  const letter = read && tokens[read.next]
  if (letter?.text !== '月' || !(read!.what >= 1 && read!.what <= 12)) return undefined
  const what: Fact = {
    kind: 'month',
    start,
    end: letter.end,
    text: text.slice(start, letter.end),
    values: [read!.what],
    place: 1,
    isFirm: true,
    isWords: false,
  }
  return { what, next: read!.next + 1 }
}
