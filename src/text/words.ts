import { isInkless } from '../kit/characters.ts'
import { Trouble } from '../kit/trouble.ts'

/** The most characters (code points) that one comment may have, besides what it quotes. */
export const LONGEST = 8_000

/** What a person typed as it is kept: line ends are LF, all else stays byte for byte. Throws Trouble where it cannot be kept. */
export function wordsFrom(typed: string, longest = LONGEST): string {
  const words = keepable(typed)
  refuseLonger(words, longest)
  if (isInkless(words)) throw new Trouble('invalid', 'words.empty')
  return words
}

/** The same, however long it is and whatever it shows. */
export function keepable(typed: string): string {
  const words = typed.replace(/\r\n?/g, '\n')
  if (words.includes('\0')) throw new Trouble('invalid', 'words.nul')
  if (!words.isWellFormed()) throw new Trouble('invalid', 'words.surrogate')
  return words
}

export function refuseLonger(words: string, limit: number, key = 'words.too-long'): void {
  if (words.length <= limit) return
  const length = charactersIn(words)
  if (length > limit) throw new Trouble('invalid', key, { limit, length })
}

function charactersIn(words: string): number {
  let count = 0
  for (const _ of words) count++
  return count
}
