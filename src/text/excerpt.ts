import { graphemesOf } from '../kit/segmenting.ts'
import { folded } from './fold.ts'

const ELLIPSIS = '…'

/** The beginning of plain words in one line, at most so many characters (code points) with the ellipsis; no grapheme is cut. */
export function excerpt(plain: string, longest: number): string {
  const words = folded(plain)
  const whole = beginning(words, longest)
  if (whole === words) return words
  return atWord(beginning(words, longest - ELLIPSIS.length), words) + ELLIPSIS
}

/** As many whole graphemes as fit. */
function beginning(words: string, longest: number): string {
  let end = 0
  let length = 0
  for (const { segment, index } of graphemesOf(words)) {
    length += Array.from(segment).length
    if (length > longest) break
    end = index + segment.length
  }
  return words.slice(0, end)
}

/** The last word is left out when it was cut, unless it takes more than half: some scripts have no spaces. */
function atWord(start: string, words: string): string {
  if (words[start.length] === ' ') return start.trimEnd()
  const space = start.lastIndexOf(' ')
  return (space * 2 < start.length ? start : start.slice(0, space)).trimEnd()
}
