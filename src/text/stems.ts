import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { BoundedCache } from '../kit/bounded-cache.ts'

type Stemmer = (word: string) => string

/** Snowball's stemmers by language, under the script that each is written in. */
const STEMMERS: Readonly<Record<string, Readonly<Record<string, Stemmer>>>> = {
  Latn: {
    de: german,
    en: english,
    es: spanish,
    fr: french,
    it: italian,
    nl: dutch,
    pt: portuguese,
    sv: swedish,
  },
  Cyrl: { ru: russian },
  Arab: { ar: arabic },
}

const SCRIPTS: readonly (readonly [script: string, letter: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
]

const KEPT_STEMS = 50_000
const kept = new BoundedCache<string, string>(KEPT_STEMS)

/** The script of a word among those that have stemmers. */
export function scriptOf(word: string): string | undefined {
  return SCRIPTS.find(([, letter]) => letter.test(word))?.[0]
}

/** The languages of a script whose words can be stemmed. */
export function stemmedIn(script: string): readonly string[] {
  return Object.keys(STEMMERS[script] ?? {})
}

/** What a word's inflected forms share, or the word itself where its language has no stemmer here; it must be folded. */
export function stemOf(word: string, script: string, language: string): string {
  const key = `${language} ${word}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const stem = STEMMERS[script]?.[language]?.(word) || word
  kept.set(key, stem)
  return stem
}
