import { segmenting } from '../../../kit/segmenting.ts'

const LETTERS = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]`
const UNSPACED = new RegExp(LETTERS, 'u')
const RUNS = new RegExp(`${LETTERS}+`, 'gu')
/** @NOTE all of them stand from Thai on, so that most texts need no closer look. */
const PERHAPS = /[\u0e00-\uffff]/
/** What is put between letters to hide a word; the ends of sentences part words all the same. */
const BETWEEN = /[^\p{L}\p{N}\p{M}ー。！？!?\n]+/gu
const KATAKANA = /[\p{Script=Katakana}ー]/u

const cutAtWords = segmenting('zh', 'word')

/** Whether there are letters of scripts that put no spaces between words. */
export function isUnspaced(text: string): boolean {
  return PERHAPS.test(text) && UNSPACED.test(text)
}

/** The text with a space in place of each run of such letters. */
export function spacedPart(text: string): string {
  return text.replace(RUNS, ' ')
}

/** A cleaned text with nothing between its letters. */
export function pressed(text: string): string {
  return text.replace(BETWEEN, '')
}

/**
 * Whether what stands there may be a word of its own: no more Katakana goes on around it, and it does not begin and end within other
 * words, as 性交 does in 男性交往.
 */
export function standsAlone(text: string, at: number, part: string): boolean {
  const end = at + part.length
  if (goesOn(text[at - 1], part[0]) || goesOn(text[end], part.at(-1))) return false
  const from = Math.max(0, at - 20)
  const words = [...cutAtWords(text.slice(from, end + 20))].map(({ index }) => from + index)
  return words.includes(at) || words.includes(end) || end === text.length
}

function goesOn(beside: string | undefined, letter: string | undefined): boolean {
  return KATAKANA.test(beside ?? '') && KATAKANA.test(letter ?? '')
}
