import type { NameKind } from '../name.ts'
import { afterEach, basesBy, type Ending, formsBy } from './endings.ts'
import type { Gender } from './gender.ts'
import type { NamePart } from './russian.ts'

const CONSONANTS = 'бвгґджзклмнпрстфхцчшщ'

/** @NOTE words come without their apostrophes. */
const ADJECTIVES: readonly Ending[] = [
  ['ий', 2, 'ого ому им ім'],
  ['ій', 2, 'ього ьому ім ього'],
  ['а', 1, 'ої ій у ою'],
  ['я', 1, 'ьої ій ю ьою'],
  ['е', 1, 'ого ому им ім'],
  ['є', 1, 'ього ьому ім'],
  ['і', 1, 'их им ими іх ім іми'],
]

const NOUNS: readonly Ending[] = [
  ['а', 1, 'и і у ою о ею'],
  ['ія', 1, 'ї ю єю є'],
  ['я', 1, 'і ї ю ею єю е ям'],
  ['о', 1, 'а у ові ом е і'],
  ['е', 1, 'а я у ю ем і'],
  ['є', 1, 'я ю єм ї'],
  ['й', 1, 'я ю єві єм ї є'],
  ['ь', 1, 'я ю еві ем і'],
  ['и', 1, 'ів ам ами ах 0'],
  ['ки', 2, 'ок'],
  ['і', 1, 'ів їв ей ам ами ах ям ями ях 0 ь'],
  ['ї', 1, 'їв ям ями ях й'],
  ...afterEach(CONSONANTS, 0, 'а у ові еві ом ем е і я ю'),
  ['ець', 3, 'ця цю цеві цем ці'],
  ['лець', 3, 'ьця ьцю ьцеві ьцем ьці'],
  ['єць', 3, 'йця йцю йцеві йцем йці'],
  ['ок', 2, 'ка ку кові ком ці'],
  ['ень', 3, 'ня ню неві нем ні'],
  ...afterEach('вбпмфрчжш', 0, 'ю'),
]

/** Before "і" these sound otherwise: Ольга, Ользі; рік, році. */
const SOFTENED: readonly Ending[] = [
  ['га', 2, 'зі'],
  ['ка', 2, 'ці'],
  ['ха', 2, 'сі'],
  ['г', 1, 'зі'],
  ['к', 1, 'ці'],
  ['х', 1, 'сі'],
  ['го', 2, 'зі'],
  ['ко', 2, 'ці'],
  ['хо', 2, 'сі'],
]

const PLURALS: readonly Ending[] = [
  ...afterEach(CONSONANTS, 0, 'и і ів ам ами ах'),
  ['а', 1, '0 ам ами ах'],
  ['ка', 2, 'ок'],
  ['я', 1, 'ь ей й ям ями ях'],
  ['ець', 3, 'ці ців цям цями цях'],
  ['ок', 2, 'ки ків кам ками ках'],
  ['ь', 1, 'і ів ей ям ями ях'],
  ['й', 1, 'ї їв ям ями ях'],
  ['о', 1, 'а 0 ам ами ах'],
  ['ий', 2, 'і их им ими'],
  ['ій', 2, 'і іх ім іми'],
]

const FAMILY_OF_WOMEN = /(?:(?:ськ|цьк|зьк|ов|ев|єв|ін|їн|ивн|н)а|я)$/
const OF_WOMEN: readonly Ending[] = [...ADJECTIVES.filter(([ends]) => 'ая'.includes(ends))]
/** Names of women that end in a consonant, and have cases all the same. */
const WITH_CASES = /(?:в|ль|нь|сть)$/
const OF_NOUN_WOMEN: readonly Ending[] = [
  ['в', 0, 'і ю'],
  ['ь', 1, 'і ю'],
  ['ль', 1, 'лю'],
]
/** "і" in a last syllable that is closed becomes another vowel in one that is open: Львів, Львова; Канів, Канева. */
const CLOSED = /([ії])([^аеєиіїоуюяь]ь?)$/

const OPEN = /([оеє])([^аеєиіїоуюяь]ь?)$/

/** The forms that a word of a name can take in Ukrainian. */
export function ukrainianForms(
  word: string,
  { kind, part, gender }: { kind: NameKind; part: NamePart; gender: Gender },
): string[] {
  const plurals = kind === 'term' ? PLURALS : []
  if (kind !== 'person') return formsOf([...ADJECTIVES, ...plurals], word)
  const forms: string[] = []
  if (gender !== 'female') forms.push(...formsOf(ADJECTIVES, word))
  if (gender !== 'male') forms.push(...formsOfWomen(word, part))
  return forms
}

/** What a word can be a form of in Ukrainian, with more than is one. */
export function ukrainianBases(word: string): string[] {
  const bases = basesBy([...NOUNS, ...SOFTENED, ...ADJECTIVES, ...OF_NOUN_WOMEN], word)
  return [...bases, ...bases.flatMap(closed)]
}

/** The other way round: Львов, Львів. */
function closed(word: string): string[] {
  return OPEN.test(word) ? [word.replace(OPEN, (_, vowel, end) => (vowel === 'є' ? 'ї' : 'і') + end)] : []
}

function formsOf(more: readonly Ending[], word: string): string[] {
  const endings = [...NOUNS, ...SOFTENED, ...more]
  return [word, ...opened(word)].flatMap((stem) => formsBy(endings, stem))
}

function opened(word: string): string[] {
  if (!CLOSED.test(word)) return []
  return ['о', 'е', 'є'].map((vowel) => word.replace(CLOSED, `${vowel}$2`))
}

function formsOfWomen(word: string, part: NamePart): string[] {
  if (/[ая]$/.test(word)) {
    const isAdjective = part === 'last' && FAMILY_OF_WOMEN.test(word)
    return formsBy(isAdjective ? [...OF_WOMEN, ...NOUNS] : [...NOUNS, ...SOFTENED], word)
  }
  return part === 'first' && WITH_CASES.test(word) ? formsBy(OF_NOUN_WOMEN, word) : []
}
