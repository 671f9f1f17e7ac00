import { withoutInkless } from '../../../kit/characters.ts'
import { memoized } from '../../../kit/memoize.ts'
import { skeleton } from '../../../text/skeleton.ts'

/** What leaves no ink takes no room either; all else that leaves none is seen as a space. */
const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u
const STACKS = /^\p{Mn}$/u
const LATIN = /^[!-~]+$/
/** As many as the scripts of a publication have together. */
const MOST_LETTERS = 10_000

/** The same for names that are taken for one another: NFKC, case fold, and UTS 39 skeleton of small and capital form. */
export function nameKey(name: string): string {
  const folded = name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
  const inked = withoutInkless(folded, spaceFor)
  return Array.from(inked.normalize('NFD'), (letter) => seen(letter))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function spaceFor(inkless: string): string {
  if (IGNORED.test(inkless)) return ''
  return STACKS.test(inkless) ? inkless : ' '
}

/** @NOTE the table sets small and capital letters apart: only the capital of "т" is seen as a T, only that of "i" as an l. */
const seen = memoized(MOST_LETTERS, (letter: string): string => {
  const small = settled(letter)
  const capital = settled(letter.toUpperCase())
  const chosen = LATIN.test(small) || !LATIN.test(capital) ? small : capital
  return chosen.replaceAll('i', 'l')
})

function settled(letter: string): string {
  return skeleton(skeleton(letter).toLowerCase())
}
