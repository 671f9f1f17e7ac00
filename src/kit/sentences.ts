import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { BoundedCache } from './bounded-cache.ts'
import { nestedQuotes } from './nested-quotes.ts'

export type SentenceArgs = Readonly<Record<string, string | number>>
export type Say = (key: string, args?: SentenceArgs) => string

const FOLDER = path.join(import.meta.dirname, '../../words')
const FALLBACK = 'en'
/** @NOTE forming a plural takes fifty times as long as finding it again. */
const KEPT_SENTENCES = 2_000

/** The interface languages that have a file in words/. */
export const spoken: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => path.basename(file, '.json'))

const speakers = new Map<string, Say>()

/** Speaks the interface's sentences in a language; English where the language has no file. Throws for an unknown key. */
export function sentencesIn(language: string): Say {
  const known = spokenFor(language)
  const speaker = speakers.get(known) ?? speakerOf(known)
  speakers.set(known, speaker)
  return speaker
}

function spokenFor(language: string) {
  return ownWords(language) ?? FALLBACK
}

/** The file of a language or of its base, such as "pt" for "pt-BR". */
function ownWords(language: string): string | undefined {
  return [language, language.split('-')[0]].find((name) => name !== undefined && spoken.includes(name))
}

/** Whether the interface has sentences in a language; where not, it speaks English there. */
export function hasWords(language: string): boolean {
  return ownWords(language) !== undefined
}

/** By which language the interface tells dates, numbers, lists and names of languages: the one that its sentences are in. */
export function localeOf(language: string): string {
  return hasWords(language) ? language : FALLBACK
}

function speakerOf(language: string): Say {
  const sentences: Record<string, string> = JSON.parse(readFileSync(path.join(FOLDER, `${language}.json`), 'utf8'))
  const formats = new Map<string, IntlMessageFormat>()
  const said = new BoundedCache<string, string>(KEPT_SENTENCES)
  return (key, args) => {
    const sentence = sentences[key]
    if (sentence === undefined) throw new Error(`words/${language}.json has no sentence "${key}"`)
    if (!sentence.includes('{')) return sentence
    const asked = `${key} ${JSON.stringify(args)}`
    const before = said.get(asked)
    if (before !== undefined) return before
    const format = formats.get(key) ?? new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true })
    formats.set(key, format)
    const words = String(format.format(withoutDoubledQuotes(sentence, args)))
    said.set(asked, words)
    return words
  }
}

/** What stands right behind an opening quotation mark of the sentence is quoted already. */
function withoutDoubledQuotes(sentence: string, args: SentenceArgs = {}): SentenceArgs {
  const quoted = [...sentence.matchAll(/([“„«])\{(\w+)\}/gu)].filter(([, , name]) => typeof args[name!] === 'string')
  return {
    ...args,
    ...Object.fromEntries(quoted.map(([, mark, name]) => [name, nestedQuotes(String(args[name!]), mark!)])),
  }
}

/** @NOTE Plain "en" is American to Intl, with the month first; what all the world reads says the day first. */
export function dayFirst(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}
