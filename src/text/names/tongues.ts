import { memoized } from '../../kit/memoize.ts'
import { nameKey } from './name-words.ts'

const KEPT_LANGUAGES = 50
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** What languages are called in a language, where they are a single word: "German" has its capital, and names nobody. Source: CLDR by `Intl`. */
export const tonguesIn = memoized(KEPT_LANGUAGES, (language: string): ReadonlySet<string> => {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
  const codes = Array.from(LETTERS, (first) => Array.from(LETTERS, (second) => first + second)).flat()
  return new Set(
    codes
      .flatMap((code) => names.of(code) ?? [])
      .filter((name) => !name.includes(' '))
      .map(nameKey),
  )
})
