const LETTER_OR_SIGN = String.raw`[\p{L}\p{N}@$]`
const SIGNS_BETWEEN = String.raw`[^\p{L}\p{N}\n@$]{1,3}`
/** Letters with the same between each two: "s p a m", "s.p.a.m"; or with anything. */
const SPACED = [
  String.raw`(${SIGNS_BETWEEN})${LETTER_OR_SIGN}(?:\1${LETTER_OR_SIGN})+`,
  `(?:${SIGNS_BETWEEN}${LETTER_OR_SIGN}){2,}`,
  String.raw`(\n{1,2})${LETTER_OR_SIGN}(?:\1${LETTER_OR_SIGN})+`,
].map((rest) => new RegExp(`(?<!${LETTER_OR_SIGN})${LETTER_OR_SIGN}${rest}(?!${LETTER_OR_SIGN})`, 'gu'))
const MAY_BE_SPACED = /(?:^|\s)\S\s{1,3}\S(?:\s|$)/u
const BETWEEN = /[^\p{L}\p{N}@$]+/gu
/** One letter that is a word by itself, before letters that are spaced out. */
const OWN_WORD = /^[iaouyàéяивскуао]{1,2}(?=\p{L}{3})/u

/** The text with letters that are spaced out brought together, in each way in which that can be read. */
export function unspacedLetters(text: string): string[] {
  if (!MAY_BE_SPACED.test(text)) return []
  const readings = new Set(SPACED.map((spaced) => text.replace(spaced, together)))
  readings.delete(text)
  return [...readings]
}

function together(run: string): string {
  const word = run.replace(BETWEEN, '')
  const rest = word.replace(OWN_WORD, '')
  return rest === word ? word : `${word} ${rest}`
}

/** Signs that tie the parts of a word whatever stands around them. */
const ALWAYS_TIE = /^[-_*~·•+=^#|\\\u2010-\u2015\p{Extended_Pictographic}]+$/u
/** So many single letters in a row are a word whatever stands between them: "s/p/a/m". */
const FEWEST_SINGLE = 4
const NEVER_TIES = /['’/]/
const ADDRESS = /^(?:https?:\/\/|www\.)/
const SIGNS = /[0134578@$!|€]/gu
const REPEATED = /(\p{L})\1{2,}/gu
const OUTER = /^[^\p{L}\p{N}@$]+|[^\p{L}\p{N}@$!|€]+$/gu
const MAY_BE_MASKED = /(\p{L})\1\1|[^\p{L}\p{M}]/u

const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '€': 'e',
}

/** What a run without spaces reads like to somebody who sees through signs within it, digits for letters, and letters drawn out. */
export function unmasked(run: string): string[] {
  const inner = run.replace(OUTER, '')
  if (!MAY_BE_MASKED.test(inner) || !/\p{L}/u.test(inner) || ADDRESS.test(inner)) return []
  const tied = tiedUp(inner)
  const readings = new Set([tied])
  for (const form of new Set([tied, inner])) for (const one of 'il') readings.add(withLetters(form, one))
  for (const reading of [...readings]) {
    readings.add(reading.replace(REPEATED, '$1'))
    readings.add(reading.replace(REPEATED, '$1$1'))
  }
  readings.delete(inner)
  return [...readings]
}

/** @NOTE a full stop may end a sentence, so it ties single letters alone: "s.pam", not "pen.is". */
function tiedUp(run: string): string {
  const parts = run.split(BETWEEN)
  if (parts.length >= FEWEST_SINGLE && parts.every((part) => part.length === 1)) return parts.join('')
  const signs = run.match(BETWEEN) ?? []
  if (signs.some((sign) => NEVER_TIES.test(sign))) return run
  const longer = parts.filter((part) => part.length > 1).length
  return signs.every((sign) => ALWAYS_TIE.test(sign)) || longer <= 1 ? parts.join('') : run
}

function withLetters(word: string, one: string): string {
  return word.replace(SIGNS, (sign) => LETTERS[sign] ?? one)
}
