import { memoized } from './memoize.ts'
import { localeOf } from './sentences.ts'

declare const brand: unique symbol

/** A BCP 47 tag in its canonical form, such as "en" or "pt-BR". */
export type Language = string & { readonly [brand]: 'language' }

/** Extensions say how to tell times and numbers, which is no language; no runtime can name such a tag. */
const LONGEST_TAG = 35

/** More than are met in one publication. */
const MOST_TAGS = 500

/** The canonical tag, or undefined when the text is none. Source: BCP 47 by `Intl.getCanonicalLocales`. */
export function languageFrom(text: string): Language | undefined {
  return text.length > LONGEST_TAG ? undefined : canonical(text)
}

const canonical = memoized(MOST_TAGS, (text: string): Language | undefined => {
  try {
    const [tag] = Intl.getCanonicalLocales(text)
    return tag && new Intl.Locale(tag).baseName === tag ? (tag as Language) : undefined
  } catch {
    return undefined
  }
})

/** The language without what a country or a script makes of it, such as “en” of “en-US”. */
export function baseOf(language: Language): Language {
  return new Intl.Locale(language).language as Language
}

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

export const directionOf = memoized(MOST_TAGS, (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr',
)

/** The language's name as its own speakers write it, or as the interface says it in another language. */
export function nameOf(language: string, inLanguage?: string): string {
  const within = inLanguage === undefined ? language : localeOf(inLanguage)
  const name = new Intl.DisplayNames([within], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(within) + name.slice(1)
}

/** The offered language that a reader's Accept-Language header prefers; the first offered where none fits. */
export function preferred<L extends string>(header: string | undefined, offered: readonly L[]): L | undefined {
  for (const wanted of wishes(header ?? '')) {
    const base = wanted.split('-')[0]
    const found = offered.find((l) => l.toLowerCase() === wanted) ?? offered.find((l) => l.split('-')[0] === base)
    if (found) return found
  }
  return offered[0]
}

function wishes(header: string): string[] {
  return header
    .slice(0, 1_000)
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(/\s*;\s*q=/)
      return { tag, weight: q === undefined ? 1 : Number(q) || 0 }
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
