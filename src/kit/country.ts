import { memoized } from './memoize.ts'
import { localeOf } from './sentences.ts'

/** More than there are languages of one interface. */
const MOST_LOCALES = 50

/** What stands in place of a country where none is known. Source: CLDR; Cloudflare's `CF-IPCountry`. */
const UNKNOWN: readonly string[] = ['ZZ', 'XX']

const namesIn = memoized(
  MOST_LOCALES,
  (locale: string) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }),
)

/** A country's two letters in their canonical form; undefined for what names none. Source: ISO 3166-1 by `Intl.DisplayNames`. */
export function countryFrom(text: string | undefined): string | undefined {
  const code = text?.trim().toUpperCase() ?? ''
  const isKnown = /^[A-Z]{2}$/.test(code) && !UNKNOWN.includes(code) && namesIn('en').of(code) !== undefined
  return isKnown ? code : undefined
}

/** A country in the words of the interface; its letters where that has none. */
export function countryName(country: string, language: string): string {
  return namesIn(localeOf(language)).of(country) ?? country
}
