import type { NameKind } from '../name.ts'
import { baseOf, type NameWord, nameKey, nameWords } from '../name-words.ts'
import { isRegion } from '../transliteration/proposals.ts'
import { genderOf } from './gender.ts'
import { givenTo } from './given-names.ts'
import { type NamePart, russianAdjectives, russianBases, russianForms } from './russian.ts'
import { personCases, placeCases } from './russian-library.ts'
import { ukrainianBases, ukrainianForms } from './ukrainian.ts'

/** A name in its first case. */
export interface Nominative {
  form: string
  /** Whether it can be no other; where it is not, somebody has to say. */
  isDecided: boolean
}

interface Asked {
  language: string
  kind: NameKind
}

type Sex = 'male' | 'female'
const SEXES: readonly Sex[] = ['male', 'female']

/** What the forms in which a text has a name of somebody or something are forms of, the first of them as the text has it most fully; in languages without such forms that is as it stands. */
export function nominativeOf([form, ...others]: readonly [string, ...string[]], { language, kind }: Asked): Nominative {
  const base = baseOf(language)
  const words = nameWords(form, base)
  if (!['ru', 'uk'].includes(base) || words.length === 0 || isShortened(form)) return { form, isDecided: true }
  const forms = [words, ...others.map((one) => nameWords(one, base))]
  const readings =
    kind === 'person' && words.length > 1 ? personReadings(forms, base) : thingReadings(forms, base, words.length > 1)
  const best = readings.find((one) => isRegion(one.join(' '), language)) ?? readings[0]
  if (!best) return { form, isDecided: false }
  const spelled = rebuilt(form, words, best)
  const isAlone = new Set(readings.map((one) => one.join(' '))).size === 1
  return {
    form: spelled,
    isDecided: isRegion(spelled, language) || (isAlone && (spelled === form || isTold(best, kind, base))),
  }
}

/** Whether its letters tell what it is: of a person a first name or a surname of the usual kind, of all else a word that stands alone. */
function isTold(reading: Reading, kind: NameKind, base: string): boolean {
  if (kind !== 'person') return reading.length === 1
  return givenTo(reading[0]!, base) !== undefined || SURNAME.test(reading.at(-1)!)
}

function isShortened(form: string): boolean {
  return form === form.toUpperCase()
}

type Words = readonly NameWord[]
/** The words of a name in their first case, as they are compared. */
type Reading = readonly string[]

/** Whoever bears it: a common first name decides, then how surnames end. */
function personReadings(forms: readonly Words[], base: string): Reading[] {
  const all = SEXES.flatMap((sex) => readingsOf(forms, base, sex).map((reading) => ({ sex, reading })))
  const given = all.filter(({ sex, reading }) => givenTo(reading[0]!, base) === sex)
  const left = (given.length > 0 ? given : all).map(({ reading }) => reading)
  const sure = left.filter((reading) => SURNAME.test(reading.at(-1)!))
  const likely = given.length > 0 && sure.length > 0 ? sure : left
  const asItStands = forms[0]!.map(({ key }) => key).join(' ')
  const rankOf = (one: Reading) => rank(one.at(-1)!, base) + (one.join(' ') === asItStands ? 0.5 : 0)
  return likely.toSorted((a, b) => rankOf(b) - rankOf(a))
}

const MOST_WORDS = 4

/** What all words can be where each form has them in one case; forms that are the surname alone have it in any. */
function readingsOf(forms: readonly Words[], base: string, sex: Sex): Reading[] {
  const count = forms[0]!.length
  if (count > MOST_WORDS) return []
  const full = forms.filter((one) => one.length === count)
  const surnames = forms.filter((one) => one.length === 1).map((one) => one[0]!.key)
  let readings: { words: string[]; cases: ReadonlySet<number>[] }[] = [
    { words: [], cases: full.map(() => new Set(ANY)) },
  ]
  for (const [at, word] of forms[0]!.entries()) {
    const asked = { base, sex, part: partAt(word, at) }
    const names = word.isCapital ? basesIn(word.key, base).filter((name) => isNameOf(name, asked)) : [word.key]
    readings = readings.flatMap(({ words, cases }) =>
      names.flatMap((name) => {
        const own = full.map((one, n) => cases[n]!.intersection(casesOf(one[at]!, name, asked)))
        return own.every(({ size }) => size > 0) ? [{ words: [...words, name], cases: own }] : []
      }),
    )
  }
  const isSurname = (name: string) => {
    const asked = { base, sex, part: 'last' } as const
    return surnames.every((key) => casesOf({ key, isCapital: true }, name, asked).size > 0)
  }
  const found = readings.map(({ words }) => words).filter((words) => isSurname(words.at(-1)!))
  return found.filter((one) => !isAdjectiveOf(one, found))
}

function partAt({ key }: NameWord, at: number): NamePart {
  if (at === 0) return 'first'
  return PATRONYMIC.test(key) ? 'middle' : 'last'
}

const PATRONYMIC = /(?:ович|евич|йович|івна|ївна|овн|евн|івн|ївн)[аеуюиіыо]?[мйю]?$/

/** Смитый, where Смит is one as well. */
function isAdjectiveOf(words: Reading, others: readonly Reading[]): boolean {
  return words.some((word, at) => {
    const bare = word.replace(/(?:ый|ий|ой|ая)$/, '')
    return bare !== word && !/(?:ск|цк|н|ст)$/.test(bare) && others.some((one) => one[at] === bare)
  })
}

function basesIn(key: string, base: string): string[] {
  const bases = base === 'ru' ? russianBases(key) : ukrainianBases(key)
  return [...new Set([key, ...bases.filter((one) => one.length > 1 && !MISSPELLED.test(one))])]
}

/** How no name is written. */
const MISSPELLED =
  /(?:[бвгґджзклмнпрстфхцчшщ]й|[аеиоуыэюяєіїйьгкхцф]ь|[гкхцжшщчйь][ыяюэ]|[аеиоуыэюяєії][ыэ]|(?:ов|ев|ин)(?:ая|ый|ой)|[^аеиоуыэюяєіїь]{4}|ь[ьйаы]|[аяоуюыьй][яюй]я|уа|уя|оя|ъ|[ую]й|[аеиоуыэюяєії]ий)$/

const NOMINATIVE = -1
const ANY = [NOMINATIVE, 0, 1, 2, 3, 4]

interface AskedPart {
  base: string
  part: NamePart
  sex: Sex
}

/** In which cases a word is this form of a name; none where it is no form of it. */
function casesOf(
  { key, isCapital }: Pick<NameWord, 'key' | 'isCapital'>,
  name: string,
  { base, part, sex }: AskedPart,
): ReadonlySet<number> {
  if (!isCapital) return new Set(key === name ? ANY : [])
  const further = (base === 'uk' ? ukrainianForms : russianForms)(name, { kind: 'person', part, gender: sex })
  const cases = base === 'uk' ? [] : personCases(name, part, sex)
  if (key === name) return new Set([NOMINATIVE, ...casesIn(cases, key), ...(further.length === 0 ? ANY : [])])
  const told = casesIn(cases, key)
  return new Set(told.length > 0 ? told : further.includes(key) ? ANY.slice(1) : [])
}

function casesIn(cases: readonly string[], key: string): number[] {
  return cases.flatMap((form, at) => (nameKey(form) === key ? [at] : []))
}

function isNameOf(name: string, { part, sex, base }: AskedPart): boolean {
  if (part === 'middle') return sex === 'male' ? name.endsWith('ич') : name.endsWith('на')
  if (part === 'last') return isFamilyOf(name, sex)
  const known = givenTo(name, base)
  if (known) return known === sex
  return sex === 'female' ? /[ая]$/.test(name) : /[^аеиоуыэюяєії]$/.test(name)
}

const OBLIQUE = /(?:[иы]м|[оеє]м|ою|ого|ому|ую|а[мх]|я[мх]|ами|ями)$/

function isFamilyOf(name: string, sex: Sex): boolean {
  const told = genderOf(undefined, name)
  return told === 'unknown' ? !OBLIQUE.test(name) && !(sex === 'female' && /[иыо]й$/.test(name)) : told === sex
}

const SURNAME =
  /(?:енко|ський|цький|ська|цька|ский|цкий|ская|цкая|ов|ев|єв|ин|ін|їн|ова|ева|єва|ина|іна|ук|юк|ак|як|ич|ець|дзе|швили|ян)$/
/** How towns end. */
const TOWN = /(?:с?ськ|ск|град|город|бург|поль|піль|стан|ів|їв|ия|ія)$/
const CONSONANT = /[^аеиоуыэюяєіїь]$/

function rank(name: string, base: string): number {
  if (SURNAME.test(name) || TOWN.test(name)) return 3
  return CONSONANT.test(name) ? 2 : base === 'ru' && /[ая]$/.test(name) ? 1 : 0
}

/** What is no person, or is told by one word: its head is declined, the adjectives before it too, and what follows stays. */
function thingReadings(forms: readonly Words[], base: string, isLong: boolean): Reading[] {
  const keys = forms.filter((one) => one.length === forms[0]!.length).map((one) => one.map(({ key }) => key))
  const [longest] = keys
  if (isLong && base === 'ru' && keys.length === 1 && russianAdjectives(longest![0]!).length > 0)
    return agreed(longest!)
  const bases = basesIn(longest![0]!, base).filter((name) => keys.every(([key]) => isFormOfThing(key!, name, base)))
  const those = bases
    .filter(
      (name) =>
        name === longest![0] ||
        !isAdjectiveOf(
          [name],
          bases.map((one) => [one]),
        ),
    )
    .map((name) => [name, ...longest!.slice(1)])
  return those.toSorted((a, b) => rank(b[0]!, base) - rank(a[0]!, base))
}

function isFormOfThing(key: string, name: string, base: string): boolean {
  if (key === name) return !OBLIQUE.test(name) && !/(?:[оеєиі]й|ья|(?<=.{5})ев)$/.test(name)
  if (base === 'uk') return ukrainianForms(name, { kind: 'place', part: 'other', gender: 'unknown' }).includes(key)
  const parts: readonly NamePart[] = ['first', 'last']
  const persons = parts.flatMap((part) => personCases(name, part, 'unknown'))
  return [...placeCases(name), ...persons].some((form) => nameKey(form) === key)
}

/** An adjective and the noun behind it, which tells its ending: Нижнего Новгорода, Единую Россию. */
function agreed([adjective, noun, ...rest]: readonly string[]): Reading[] {
  if (noun === undefined) return []
  const nouns = basesIn(noun, 'ru').filter((name) => isFormOfThing(noun, name, 'ru'))
  return nouns.flatMap((name) => {
    const ending = endingBeside(name)
    return russianAdjectives(adjective!)
      .filter((one) => ending.test(one))
      .map((one) => [one, name, ...rest])
  })
}

function endingBeside(noun: string): RegExp {
  if (/[ая]$/.test(noun)) return /[ая]я$/
  if (/[ыи]$/.test(noun)) return /[ыи]е$/
  return /[ое]$/.test(noun) ? /[ое]е$/ : /(?:[гкхжшчщ]ий|[^гкхжшчщн]ый|н[ыи]й)$/
}

/** @NOTE letters that stay are as they stand, with their capitals and what is left out where words are compared. */
function rebuilt(form: string, words: Words, reading: Reading): string {
  return words.toReversed().reduce((whole, { start, end, key }, at) => {
    const name = reading[words.length - 1 - at]!
    return whole.slice(0, start) + respelled(form.slice(start, end), key, name) + whole.slice(end)
  }, form)
}

function respelled(word: string, key: string, name: string): string {
  if (key === name) return word
  let shared = 0
  while (shared < name.length && name[shared] === key[shared]) shared++
  let kept = word.length
  while (kept > 0 && nameKey(word.slice(0, kept)) !== name.slice(0, shared)) kept--
  return word.slice(0, kept) + name.slice(shared)
}
