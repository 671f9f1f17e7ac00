import { languageFrom } from '../kit/language.ts'
import { memoized } from '../kit/memoize.ts'
import { searchFolded } from './fold.ts'
import { languageOf } from './language-guess.ts'
import { stemmedIn, stemOf } from './stems.ts'
import { type Letter, pairsIn, unspacedIn } from './unspaced.ts'
import { type Form, formsIn, wordsIn } from './word-forms.ts'

/** A word of a text: where it stands, and the terms under which it is found. */
export interface Token {
  start: number
  end: number
  terms: readonly string[]
}

/** What somebody looks for: of each word any one term must be there. */
export type Wanted = readonly (readonly string[])[]

/** Every word of a text in its plain and its stemmed form; the language is guessed for each script where it is unknown. */
export function tokensIn(text: string, language: string | null): Token[] {
  const words = wordsIn(text)
  const stemmedBy = languagesOf(language, () => words.flatMap(({ forms }) => forms))
  const tokens = words.map(({ start, end, forms }) => ({ start, end, terms: [...termsOf(forms, stemmedBy)] }))
  for (const { start, end, form } of neighboursIn(text)) tokens.push({ start, end, terms: [form] })
  return tokens
}

/** The different terms of a text: those of its tokens, without their places. */
export function termsIn(text: string, language: string | null): string[] {
  const forms = formsIn(text)
  const terms = termsOf(
    forms,
    languagesOf(language, () => forms),
  )
  for (const { form } of neighboursIn(text)) terms.add(form)
  return [...terms]
}

/** What the typed words ask for. A few words tell no language, so each is stemmed in every language of its script. */
export function wantedIn(typed: string): Wanted {
  const words = wordsIn(typed).flatMap(({ forms }) => forms.map((form) => [...termsOf([form], stemmedIn)]))
  const runs = unspacedIn(typed).flatMap((letters) =>
    (letters.length === 1 ? letters : pairsIn(letters)).map(({ form }) => [form]),
  )
  return [...new Map([...words, ...runs].map((terms) => [terms.join(' '), terms])).values()]
}

/** How many different words a person would count in what was typed; what stands without spaces is one. */
export function countedIn(typed: string): number {
  const words = wordsIn(typed).flatMap(({ forms }) => forms.map(({ text }) => text))
  const runs = unspacedIn(typed).map((letters) => letters.map(({ form }) => form).join(''))
  return new Set([...words, ...runs]).size
}

type LanguagesOf = (script: string) => readonly string[]

function languagesOf(language: string | null, forms: () => readonly Form[]): LanguagesOf {
  const known = language === null ? undefined : localeOf(language)
  let guessed: readonly string[] | undefined
  return (script) => {
    if (known && known.script === script) return [known.language]
    if (script !== 'Latn') return stemmedIn(script)
    guessed ??= stemmedBy(forms())
    return guessed
  }
}

/** Fewer tell no language for sure. */
const FEWEST_WORDS = 4

/** The language of what is written in Latin letters, or all of that script. */
function stemmedBy(forms: readonly Form[]): readonly string[] {
  const latin = stemmedIn('Latn')
  const words = forms.flatMap(({ accented, script }) => (script === 'Latn' ? accented : []))
  const language = words.length < FEWEST_WORDS ? null : languageOf(words.join(' '))
  return language !== null && latin.includes(language) ? [language] : latin
}

const KEPT_TAGS = 200
const localeOf = memoized(KEPT_TAGS, (language: string) => {
  const tag = languageFrom(language)
  return tag && new Intl.Locale(tag).maximize()
})

function termsOf(forms: readonly Form[], stemmedBy: LanguagesOf): Set<string> {
  const terms = new Set<string>()
  for (const { text, accented, script } of forms) {
    terms.add(text)
    if (script) for (const language of stemmedBy(script)) terms.add(searchFolded(stemOf(accented, script, language)))
  }
  return terms
}

/** Every letter of the unspaced scripts, alone and with its right neighbour. */
function neighboursIn(text: string): Letter[] {
  return unspacedIn(text).flatMap((letters) => [...letters, ...pairsIn(letters)])
}
