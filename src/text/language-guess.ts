import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

interface Detector {
  detect(text: string): { getScores(): Readonly<Record<string, number>> }
}

interface Eld {
  createEld(): { instance: Detector; loadData(data: unknown): void }
}

/** Languages of the interface: where two are level, a text is in one of these. */
const OURS = ['en', 'ru', 'de', 'ar', 'uk', 'es', 'fr', 'zh']
/** Words are stemmed in these, too. */
const BESIDE = ['it', 'nl', 'pt', 'sv']
/** What a text can be told to be in. */
export const TOLD: readonly string[] = [...OURS, ...BESIDE]
/** By so much one of those is likelier, or it is not what the text is in. */
const LEAD = 0.05
/** What is in no language that is known here is less like any of them. */
const LIKE = 0.6
/** The words that are looked at; a language shows itself soon. */
const LOOKED_AT = 500
const FEWEST_LETTERS = 3
const FEWEST_HAN = 2
/** A Chinese letter says as much as this many others. */
const HAN_WEIGHT = 2
const MOSTLY = 0.8

const UNSPOKEN =
  /\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|\b[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,}(?:\/\S*)?|[@#][\p{L}\p{N}_]+|(?<![a-z])[a-z]{0,20}\d[\w.,:%-]*/giu
const LETTERS = /\p{L}/gu
const HAN = /\p{Script=Han}/gu
/** The scripts of the languages that are known here; Persian and Urdu have letters of their own among the Arabic ones, Serbian and Belarusian among the Cyrillic. */
const KNOWN = /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}]/gu
/** A text of these alone needs no count of its scripts. */
const ONLY_LATIN = /^[\0-\u024f\u2000-\u206f]*$/
const ENOUGH_LETTERS = new RegExp(`(?:\\p{L}\\P{L}*){${FEWEST_LETTERS}}`, 'u')
const FOREIGN = /[ўјљњћђکیےہ]/iu
const UKRAINIAN = /[іїєґ]/iu
const RUSSIAN = /[ыэъё]/iu

/**
 * The language that a text is in, as a tag, by its words: links, addresses, handles, numbers and signs do not count. Null
 * where it is in none of those that are known here, or cannot be told.
 */
export function languageOf(text: string): string | null {
  const said = text.slice(0, LOOKED_AT).replace(UNSPOKEN, ' ')
  if (ONLY_LATIN.test(said)) return ENOUGH_LETTERS.test(said) ? likeliest(said) : null
  const [letters, han] = [countOf(LETTERS, said), countOf(HAN, said)]
  if (letters === 0 || countOf(KNOWN, said) < letters * MOSTLY || FOREIGN.test(said)) return null
  if (han * (HAN_WEIGHT + 1) > letters) return han < FEWEST_HAN ? null : 'zh'
  return letters < FEWEST_LETTERS ? null : likeliest(said)
}

function likeliest(said: string): string | null {
  const scores = detector().detect(said).getScores()
  const score = (language: string | undefined) => scores[language ?? ''] ?? 0
  const best = (languages: readonly string[]) =>
    languages.reduce<string | undefined>((best, one) => (score(one) > score(best) ? one : best), undefined)
  const [own, beside] = [best(OURS), best(BESIDE)]
  const found = score(beside) > score(own) + LEAD ? beside : own
  if (found === undefined || score(found) < LIKE) return null
  return found === 'ru' || found === 'uk' ? byItsLetters(said, found) : found
}

/** Each of the two has letters that the other lacks. */
function byItsLetters(said: string, found: string): string {
  const [isUkrainian, isRussian] = [UKRAINIAN.test(said), RUSSIAN.test(said)]
  if (isUkrainian === isRussian) return found
  return isUkrainian ? 'uk' : 'ru'
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}

let loaded: Detector | undefined

/** Loaded when it is first asked. @NOTE the package gives its n-grams of sixty languages or none, and they take 80 MB; so its detector is taken by its file, with ours. */
function detector(): Detector {
  if (loaded) return loaded
  const file = fileURLToPath(new URL('../languageDetector.js', import.meta.resolve('eld')))
  const { createEld } = createRequire(import.meta.url)(file) as Eld
  const { instance, loadData } = createEld()
  const packed = readFileSync(path.join(import.meta.dirname, 'language-ngrams.json.gz'))
  loadData(JSON.parse(gunzipSync(packed).toString()))
  loaded = instance
  return instance
}
