import { Trouble } from '../kit/trouble.ts'

/** The most characters (code points) that one comment may have. */
export const LONGEST = 8_000

/** What a person typed as it is kept: line ends are LF, all else stays byte for byte. Throws Trouble where it cannot be kept. */
export function wordsFrom(typed: string, longest = LONGEST): string {
  const words = typed.replace(/\r\n?/g, '\n')
  if (words.includes('\0')) throw new Trouble('invalid', 'words.nul')
  if (!words.isWellFormed()) throw new Trouble('invalid', 'words.surrogate')
  const length = charactersIn(words)
  if (length > longest) throw new Trouble('invalid', 'words.too-long', { limit: longest, length })
  if (showsNothing(words)) throw new Trouble('invalid', 'words.empty')
  return words
}

function charactersIn(words: string): number {
  let count = 0
  for (const _ of words) count++
  return count
}

/** White space and characters without any shape, such as U+200B, show nothing. */
function showsNothing(words: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(words)
}
