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
import { memoized } from '../kit/memoize.ts'

type Stemmer = (word: string) => string

const KEPT_STEMS = 10_000
const kept = (stemmer: Stemmer): Stemmer => memoized(KEPT_STEMS, (word) => stemmer(word) || word)

/** Snowball's stemmers by language, under the script that each is written in. */
const STEMMERS: Readonly<Record<string, Readonly<Record<string, Stemmer>>>> = {
  Latn: {
    de: kept(german),
    en: kept(english),
    es: kept(spanish),
    fr: kept(french),
    it: kept(italian),
    nl: kept(dutch),
    pt: kept(portuguese),
    sv: kept(swedish),
  },
  Cyrl: { ru: kept(russian) },
  Arab: { ar: kept(arabic) },
}

const SCRIPTS: readonly (readonly [script: string, letter: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
]

const LANGUAGES = new Map(Object.entries(STEMMERS).map(([script, stemmers]) => [script, Object.keys(stemmers)]))

/** The script of a word among those that have stemmers. */
export function scriptOf(word: string): string | undefined {
  return SCRIPTS.find(([, letter]) => letter.test(word))?.[0]
}

/** The languages of a script whose words can be stemmed. */
export function stemmedIn(script: string): readonly string[] {
  return LANGUAGES.get(script) ?? []
}

/** What a word's inflected forms share, or the word itself where its language has no stemmer here; it must be folded. */
export function stemOf(word: string, script: string, language: string): string {
  return STEMMERS[script]?.[language]?.(word) ?? word
}
