import { givenTo } from './declension/given-names.ts'
import { monthsIn } from './months.ts'
import type { NameWord } from './name-words.ts'
import type { Pattern } from './patterns.ts'
import { isTitle } from './titles.ts'

/** What stands beside words of a text, which says whether they can be a name. */
export interface Surroundings {
  /** Whether two neighbours can be words of one name. */
  areJoined(left: number, right: number): boolean
  isPatronymic(word: number): boolean
  allows(pattern: Pattern, first: number, last: number): boolean
}

interface KnownNames {
  base: string
  givenNames: ReadonlySet<string>
}

const WITHIN_NAMES = /^(?:[\s\u00a0\u202f]{1,2}|[-‐‑–·•]|\.[\s\u00a0\u202f]?|[\s\u00a0]?[-‐‑–][\s\u00a0]?)$/
const SPACE = /^[\s\u00a0\u202f]{1,2}$/
const HYPHEN = /^[-‐‑]$/
/** Where two surnames with a hyphen are one, and no compound is made of a name. */
const HYPHEN_JOINS = new Set(['ru', 'uk', 'es', 'fr'])
const INITIAL = /^\.?[\s\u00a0\u202f]?$/
/** What is longer and ends in a full stop ends its sentence. */
const LONGEST_SHORTENED = 3
const PATRONYMIC = /(?:вич|ьич|йович)[аеуоміиы]{0,3}$|(?:вн|[иы]чн|івн|ївн)(?:[аыиеіу]|о[йю]|ою)$/
const ENDS_SENTENCE = /(?:^|[.!?…:;"“”„«»([{¿¡\n—–-]\s*)$/
const QUOTE_BEFORE = /["«„“”‘'‹‚]$/
const QUOTE_AFTER = /^["»“”’'›]/

/** Where every noun has a capital letter, one says nothing. */
const CAPITAL_TELLS = new Set(['en', 'es', 'fr', 'ru', 'uk', 'it', 'pt'])

/** Words of one letter, which have a capital where they open a sentence: "С Маликовым", with Malikov. */
const ONE_LETTER: Readonly<Record<string, string>> = { ru: 'авикосуя', uk: 'авзійоуяє' }

/** What stands before a name with a hyphen and is none. */
const PREFIXES = new Set('anti ex non post pre pro анти про экс пост екс'.split(' '))

/** Looks at the neighbours of words. */
export function createSurroundings(
  text: string,
  words: readonly NameWord[],
  { base, givenNames }: KnownNames,
): Surroundings {
  const between = (left: number, right: number) => text.slice(words[left]!.end, words[right]!.start)
  const opensSentence = (at: number) =>
    ENDS_SENTENCE.test(text.slice(Math.max(0, words[at]!.start - 4), words[at]!.start))

  function isQuoted(first: number, last: number): boolean {
    const { start } = words[first]!
    const { end } = words[last]!
    return QUOTE_BEFORE.test(text.slice(Math.max(0, start - 1), start)) && QUOTE_AFTER.test(text.slice(end, end + 1))
  }

  /** Whether what stands before a surname is the first name of somebody else. */
  function isAnothers(first: number, initial: string | undefined): boolean {
    const before = words[first - 1]
    if (!before?.isCapital || isTitle(before.key)) return false
    const gap = between(first - 1, first)
    if (isInitial(first - 1)) return isOtherInitial(first - 1, initial)
    if (HYPHEN.test(gap)) return HYPHEN_JOINS.has(base) && !PREFIXES.has(before.key)
    if (!SPACE.test(gap)) return false
    if (givenNames.has(before.key) || givenTo(before.key, base)) return true
    return CAPITAL_TELLS.has(base) && !before.isUpper && !opensSentence(first - 1)
  }

  /** Where names are rows of capitals, a place is a part of another name in one: "Washington Examiner", but "Moscow Tuesday". */
  function isInsideOther(first: number, last: number): boolean {
    if (base !== 'en') return false
    const [before, after] = [words[first - 1], words[last + 1]]
    if (after?.isCapital && SPACE.test(between(last, last + 1)) && !monthsIn(base).has(after.key)) return true
    if (!before?.isCapital || !SPACE.test(between(first - 1, first))) return false
    return !isTitle(before.key) && !monthsIn(base).has(before.key) && !opensSentence(first - 1)
  }

  /** Of several initials, such as "A. S.", the first tells. */
  function isOtherInitial(at: number, initial: string | undefined): boolean {
    if (at > 0 && isInitial(at - 1)) return isOtherInitial(at - 1, initial)
    return initial !== undefined && text.charAt(words[at]!.start).toUpperCase() !== initial
  }

  /** One letter, or two such as "Дж." with a full stop. */
  function isInitial(at: number): boolean {
    const { isCapital, start, end, key } = words[at]!
    const gap = between(at, at + 1)
    if (!gap.includes('.') && ONE_LETTER[base]?.includes(key) && opensSentence(at)) return false
    return isCapital && INITIAL.test(gap) && (end - start === 1 || (end - start === 2 && gap.startsWith('.')))
  }

  function isDoubled(last: number): boolean {
    return HYPHEN_JOINS.has(base) && words[last + 1]?.isCapital === true && HYPHEN.test(between(last, last + 1))
  }

  return {
    areJoined(left, right) {
      const gap = between(left, right)
      if (!WITHIN_NAMES.test(gap) || gap.includes('\n\n')) return false
      return !gap.includes('.') || words[left]!.end - words[left]!.start <= LONGEST_SHORTENED
    },
    isPatronymic: (word) => words[word]!.isCapital && PATRONYMIC.test(words[word]!.key),
    allows({ isWhole, isCommon, kind, slots, initial }, first, last) {
      if (isCommon) return isQuoted(first, last) || (words[first]!.isCapital && !opensSentence(first))
      if (kind === 'place') return slots.length > 1 || !isInsideOther(first, last)
      if (isWhole || kind !== 'person') return true
      if (slots.length === 1 && monthsIn(base).has(words[first]!.key)) return false
      return !isAnothers(first, initial) && !isDoubled(last)
    },
  }
}
