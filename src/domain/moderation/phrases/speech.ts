import { memoized } from '../../../kit/memoize.ts'
import { languagesSpokenFor } from '../../../text/language-guess.ts'

/** What is known of the language of a text. */
export interface Speech {
  /** Whether a phrase of a language is meant: "Gift" is a present in English and poison in German. */
  speaks: (base: string) => boolean
  /** What the language is written in. */
  script: string | undefined
}

export function speechOf(words: () => readonly string[], language: string | null): Speech {
  const own = language === null ? undefined : localeOf(language)
  let guessed: readonly string[] | undefined
  const speaks = (base: string) => {
    if (base === '' || !own || base === own.language) return true
    if (localeOf(base).script !== own.script) return true
    guessed ??= languagesSpokenFor(words())
    return guessed.includes(base)
  }
  return { speaks, script: own?.script }
}

const KEPT_TAGS = 200
const localeOf = memoized(KEPT_TAGS, (tag: string) => new Intl.Locale(tag).maximize())
