import { memoized } from '../../kit/memoize.ts'

const FOREIGN = /[\p{Nd}&&[\u0080-\uffff]]/gv
const IS_DIGIT = /\p{Nd}/u
const MOST = 1_000

/** The text with the digits of all scripts as 0 to 9, each in its place. */
export function asciiDigits(text: string): string {
  return text.replace(FOREIGN, asciiDigit)
}

/** @NOTE Unicode keeps the digits of a script together and in order, ten by ten. */
const asciiDigit = memoized(MOST, (digit: string): string => {
  let below = 0
  while (IS_DIGIT.test(String.fromCharCode(digit.charCodeAt(0) - below - 1))) below++
  return String(below % 10)
})
