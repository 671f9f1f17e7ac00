import { memoized } from '../kit/memoize.ts'
import { caseFolded } from './fold.ts'

/** One letter of a script that is written without spaces, and where it stands. */
export interface Letter {
  start: number
  end: number
  form: string
}

/** Scripts written without spaces, in which any two neighbours may be a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu
/** @NOTE all of their letters stand from here on, so that most texts need no closer look. */
const PERHAPS = /[\u2e80-\uffff]/

const KEPT_LETTERS = 10_000
const folded = memoized(KEPT_LETTERS, (letter: string) => caseFolded(letter.normalize('NFKC')))

/** The text with as many spaces where such scripts stand. */
export function withoutUnspaced(text: string): string {
  return PERHAPS.test(text) ? text.replace(UNSPACED, (run) => ' '.repeat(run.length)) : text
}

/** The letters of each run of such scripts. */
export function unspacedIn(text: string): Letter[][] {
  if (!PERHAPS.test(text)) return []
  return [...text.matchAll(UNSPACED)].map(({ 0: run, index }) => {
    let start = index
    return Array.from(run, letter)

    function letter(written: string): Letter {
      const from = start
      start += written.length
      return { start: from, end: start, form: folded(written) }
    }
  })
}

/** Every letter with its right neighbour. */
export function pairsIn(letters: readonly Letter[]): Letter[] {
  return letters.slice(1).map((right, at) => {
    const left = letters[at]!
    return { start: left.start, end: right.end, form: left.form + right.form }
  })
}
