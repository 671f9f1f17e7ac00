import { localeOf, type Say } from '../../kit/sentences.ts'

const PLAIN = [
  'reading.back',
  'reading.map',
  'reading.map-own',
  'reading.map-quoted',
  'reading.map-unread',
  'reading.quote-too-long',
  'reading.reacted',
  'reading.translate',
  'reading.translate-all',
  'reading.unread',
]
const COUNTED = [
  'reading.map-drawn',
  'reading.new-here',
  'reading.not-read',
  'reading.not-read-more',
  'reading.replies',
  'reading.threads',
]

/** What the script says by itself, with each counted sentence in all the forms that its language has; `#` stands for the number. */
export function readingWords(language: string, say: Say): string {
  const known = made.get(language)
  if (known) return known
  const plain = PLAIN.map((key) => [nameOf(key), say(key)])
  const counted = COUNTED.map((key) => [nameOf(key), formsOf(key, language, say)])
  const locale = localeOf(language)
  const told = locale === language ? [] : [['locale', locale]]
  const words = JSON.stringify(Object.fromEntries([...told, ...plain, ...counted]))
  made.set(language, words)
  return words
}

const made = new Map<string, string>()

function nameOf(key: string) {
  return key.slice('reading.'.length)
}

/** Among these numbers each form of any language comes; in Spanish and French the last has one of its own. */
const TRIED = [...Array(121).keys(), 1_000_000]

function formsOf(key: string, language: string, say: Say): Record<string, string> {
  const rules = new Intl.PluralRules(localeOf(language))
  const number = new Intl.NumberFormat(localeOf(language))
  const forms: Record<string, string> = {}
  for (const count of TRIED) forms[rules.select(count)] ??= say(key, { count }).replace(number.format(count), '#')
  return forms
}
