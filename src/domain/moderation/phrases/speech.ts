import { memoized } from '../../../kit/memoize.ts'
import { languageOf } from '../../../text/language-guess.ts'

/** What is known of the language of a text. */
export interface Speech {
  /** Whether a phrase of a language is meant: "Gift" is a present in English and poison in German. */
  speaks: (base: string) => boolean
  /** What the language is written in. */
  script: string | undefined
}

/** Fewer words tell no language. */
const FEWEST_WORDS = 4

export function speechOf(words: readonly string[], language: string | null): Speech {
  const own = language === null ? undefined : localeOf(language)
  let guessed: string | null | undefined
  const speaks = (base: string) => {
    if (base === '' || base === own?.language) return true
    const { script } = localeOf(base)
    if (own ? script !== own.script : script !== 'Latn') return true
    if (guessed === undefined) guessed = languageOf(words.join(' '))
    return guessed === base || (!own && (guessed === null || words.length < FEWEST_WORDS))
  }
  return { speaks, script: own?.script }
}

const KEPT_TAGS = 200
const localeOf = memoized(KEPT_TAGS, (tag: string) => new Intl.Locale(tag).maximize())
