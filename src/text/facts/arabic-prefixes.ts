import { memoized } from '../../kit/memoize.ts'

const KEPT = 20_000
const SHORTEST = 2

/** A word as it stands, and without what Arabic writes in front of it: and, so, by, for, as, the. */
export const withoutPrefixes = memoized(KEPT, (key: string): readonly string[] => {
  const tries = [key]
  const add = (word: string) => word.length >= SHORTEST && !tries.includes(word) && tries.push(word)
  for (const word of tries.slice()) if (/^[وف]/.test(word)) add(word.slice(1))
  for (const word of tries.slice()) {
    if (word.startsWith('لل')) add(word.slice(2))
    if (/^[بلك]/.test(word)) add(word.slice(1))
  }
  for (const word of tries.slice()) if (word.startsWith('ال')) add(word.slice(2))
  return tries
})
