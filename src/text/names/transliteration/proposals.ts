import { memoized } from '../../../kit/memoize.ts'
import type { NameKind } from '../name.ts'
import { baseOf, nameKey } from '../name-words.ts'
import { russianInUkrainian, ukrainianInRussian } from './cyrillic.ts'
import { russianInLatin } from './russian.ts'
import { ukrainianInLatin } from './ukrainian.ts'

/** How a name may be written in another language, and by what that is said. Nothing of it is a form before somebody has settled it. */
export interface Proposal {
  form: string
  scheme: string
}

interface From {
  form: string
  language: string
  kind: NameKind
}

/** Ways in which another language may write a name, the likeliest first; the same letters are always the last. */
export function proposalsFor({ form, language, kind }: From, other: string): Proposal[] {
  const [from, to] = [baseOf(language), baseOf(other)]
  const same = { form, scheme: 'as-it-is' }
  const proposed = [...(kind === 'place' ? named(form, language, other) : []), ...spelled(form, from, to), same]
  return proposed.filter(({ form: one }, at) => proposed.findIndex((other) => other.form === one) === at)
}

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /^[^\p{L}]*\p{Script=Latin}/u,
  Cyrl: /^[^\p{L}]*\p{Script=Cyrillic}/u,
  Arab: /^[^\p{L}]*\p{Script=Arabic}/u,
  Hans: /^[^\p{L}]*\p{Script=Han}/u,
  Hant: /^[^\p{L}]*\p{Script=Han}/u,
}

/** Whether a name is written in the letters of a language. */
export function isInLettersOf(language: string, form: string): boolean {
  return SCRIPTS[scriptOf(baseOf(language))]?.test(form) ?? false
}

function spelled(form: string, from: string, to: string): Proposal[] {
  if (from === 'ru' && to === 'uk') return [{ form: russianInUkrainian(form), scheme: 'letters' }]
  if (from === 'uk' && to === 'ru') return [{ form: ukrainianInRussian(form), scheme: 'letters' }]
  if (!LATIN.has(scriptOf(to))) return []
  if (from === 'ru') return russianInLatin(form, to)
  if (from === 'uk') return [{ form: ukrainianInLatin(form), scheme: 'cmu-55' }]
  return []
}

const LATIN = new Set(['Latn'])
const scriptOf = memoized(200, (language: string) => new Intl.Locale(language).maximize().script ?? '')

/** A country or a language goes by the name that every language has for it. Source: CLDR by `Intl`. */
function named(form: string, language: string, other: string): Proposal[] {
  const code = codesIn(language).get(nameKey(form))
  const name = code && new Intl.DisplayNames([other], { type: 'region', fallback: 'none' }).of(code)
  return name ? [{ form: name, scheme: 'cldr' }] : []
}

/** Whether a name is that of a country as the language has it. */
export function isRegion(form: string, language: string): boolean {
  return codesIn(language).has(nameKey(form))
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const codesIn = memoized(50, (language: string): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const codes = new Map<string, string>()
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const name = names.of(first + second)
      if (name && !codes.has(nameKey(name))) codes.set(nameKey(name), first + second)
    }
  return codes
})
