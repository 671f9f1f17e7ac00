import type { NameKind } from '../name.ts'
import { afterEach, basesBy, type Ending, formsBy } from './endings.ts'
import type { Gender } from './gender.ts'

/** What a word is of its name. */
export type NamePart = 'first' | 'middle' | 'last' | 'other'

const CONSONANTS = 'бвгджзклмнпрстфхцчшщ'

/** @NOTE "е" stands for "ё", and forms of nouns and adjectives that end alike are made for both: what no one writes is never met. */
const ADJECTIVES: readonly Ending[] = [
  ['ый', 2, 'ого ому ым ом'],
  ['ий', 2, 'ого ому им ом его ему ем'],
  ['ой', 2, 'ого ому ым им ом'],
  ['ая', 2, 'ой ую ою ей ею'],
  ['яя', 2, 'ей юю ею'],
  ['ое', 2, 'ого ому ым им ом'],
  ['ее', 2, 'его ему им ем'],
  ['ые', 2, 'ых ым ыми'],
  ['ие', 2, 'их им ими'],
]

const NOUNS: readonly Ending[] = [
  ['ия', 1, 'и ю ей ею'],
  ['ия', 2, 'ий'],
  ['ия', 1, 'ям ями ях'],
  ['я', 1, 'и е ю ей ею'],
  ['а', 1, 'ы и е у ой ою ей ею'],
  ['о', 1, 'а у ом е'],
  ['е', 1, 'а я у ю ом ем е и'],
  ['й', 1, 'я ю ем е и'],
  ['ей', 2, 'ья ью ьем ье'],
  ['ь', 1, 'я ю ем е и ью'],
  ['ы', 1, 'ов ев ам ами ах 0'],
  ['и', 1, 'ей ев ов ам ами ах ям ями ях 0 ь й'],
  ['ки', 2, 'ок ек'],
  ['ьки', 3, 'ек'],
  ...afterEach(CONSONANTS, 0, 'а у ом ем ым е'),
  ['ец', 2, 'ца цу цом цем це'],
  ['лец', 2, 'ьца ьцу ьцом ьцем ьце'],
  ['аец', 2, 'йца йцу йцом йцем йце'],
  ['еец', 2, 'йца йцу йцом йцем йце'],
  ['иец', 2, 'йца йцу йцом йцем йце'],
  ['ок', 2, 'ка ку ком ке'],
  ['ек', 2, 'ка ку ком ке ька ьку ьком ьке'],
  ['ел', 2, 'ла лу лом ле'],
  ['ень', 3, 'ня ню нем не'],
  ['оть', 3, 'тя тю тем те'],
  ['овь', 3, 'ви вью'],
  ['лев', 2, 'ьва ьву ьвом ьве'],
  ['ъ', 1, 'а у ом е'],
]

/** Terms are met in the plural, too. */
const PLURALS: readonly Ending[] = [
  ...afterEach(CONSONANTS, 0, 'ы и а ов ев ей ам ами ах'),
  ['а', 1, '0 ам ами ах'],
  ['ка', 2, 'ок ек'],
  ['я', 1, 'ь й ей ям ями ях'],
  ['ец', 2, 'цы цев цов цам цами цах'],
  ['лец', 2, 'ьцы ьцев ьцов ьцам ьцами ьцах'],
  ['ок', 2, 'ки ков кам ками ках'],
  ['ь', 1, 'и ей ям ями ях'],
  ['й', 1, 'и ев ям ями ях'],
  ['ие', 1, 'я й ям ями ях'],
  ['ие', 2, 'ий'],
  ['о', 1, 'а 0 ам ами ах'],
  ['ый', 2, 'ые ых ым ыми'],
  ['ий', 2, 'ие их им ими'],
  ['ой', 2, 'ые ых ым ыми ие их им ими'],
  ['ая', 2, 'ые ых ым ыми ие их им ими'],
]

const OF_WOMEN: readonly Ending[] = [
  ['ая', 2, 'ой ую ою ей ею'],
  ['яя', 2, 'ей юю ею'],
  ...['ова', 'ева', 'ина', 'ына'].map((ends): Ending => [ends, 1, 'ой у ою']),
]
const FAMILY_OF_WOMEN = /(?:ова|ева|ина|ына|ая|яя)$/
/** Surnames that are the same in every case, whoever bears them. */
const FIXED = /(?:[оеэиыую]|[иы]х)$/
const CONSONANT_OR_SIGN = /[^аеиоуыэюя]$/

/** The forms that a word of a name can take in Russian. */
export function russianForms(word: string, { kind, part, gender }: { kind: NameKind; part: NamePart; gender: Gender }) {
  if (kind !== 'person') return formsBy([...ADJECTIVES, ...NOUNS, ...(kind === 'term' ? PLURALS : [])], word)
  if (part === 'last' && FIXED.test(word)) return []
  const forms: string[] = []
  if (gender !== 'female') forms.push(...formsBy([...ADJECTIVES, ...NOUNS], word))
  if (gender !== 'male') forms.push(...formsOfWomen(word, part))
  return forms
}

/** What a word can be a form of in Russian, with more than is one. */
export function russianBases(word: string): string[] {
  return basesBy([...ADJECTIVES, ...NOUNS, ...OF_WOMEN], word)
}

/** What an adjective in some case is in the first; nothing where it is not told from a noun. */
export function russianAdjectives(word: string): string[] {
  return /(?:[оеь]го|[оеь]му|[ыи][мх]и?|ую|юю)$/.test(word) ? basesBy(ADJECTIVES, word) : []
}

function formsOfWomen(word: string, part: NamePart): string[] {
  if (part === 'last' && FAMILY_OF_WOMEN.test(word)) return formsBy(OF_WOMEN, word)
  if (CONSONANT_OR_SIGN.test(word) && !(part === 'first' && word.endsWith('ь'))) return []
  return formsBy([...OF_WOMEN, ...NOUNS], word)
}
