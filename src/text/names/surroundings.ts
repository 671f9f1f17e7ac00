import { monthsIn } from './months.ts'
import type { NameWord } from './name-words.ts'
import type { Pattern } from './patterns.ts'

/** What stands beside words of a text, which says whether they can be a name. */
export interface Surroundings {
  /** Whether two neighbours can be words of one name. */
  areJoined(left: number, right: number): boolean
  isPatronymic(word: number): boolean
  allows(pattern: Pattern, first: number, last: number): boolean
}

interface Known {
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
const PATRONYMIC = /(?:вич|ьич|вна|ична|ычна|ївна|івна|йович)[аеуиыоюяімйєї]{0,3}$/
const ENDS_SENTENCE = /(?:^|[.!?…:;"“”„«»([{¿¡\n—–-]\s*)$/
const QUOTE_BEFORE = /["«„“”‘'‹‚]$/
const QUOTE_AFTER = /^["»“”’'›]/

/** Where every noun has a capital letter, one says nothing. */
const CAPITAL_TELLS = new Set(['en', 'es', 'fr', 'ru', 'uk', 'it', 'pt'])

/** What is written with a capital before surnames, and is no first name. */
const TITLES = new Set(
  `mr mrs ms miss dr sir lord lady dame president vice prime minister secretary senator congressman congresswoman chancellor king
queen prince princess pope general colonel captain major professor judge justice governor mayor ambassador director foreign saint
st m mme mlle docteur général le la sr sra don doña presidente ministro señor señora rey papa monsieur madame and the of in at on
for from by with but when after before while as if
президент министр премьер генерал господин госпожа мистер миссис доктор профессор король царь папа
президентка міністр пан пані професор`
    .split(/\s+/)
    .filter(Boolean),
)

/** Looks at the neighbours of words. */
export function createSurroundings(
  text: string,
  words: readonly NameWord[],
  { base, givenNames }: Known,
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
    if (!before?.isCapital || TITLES.has(before.key)) return false
    const gap = between(first - 1, first)
    if (before.end - before.start === 1 && INITIAL.test(gap)) return isOtherInitial(first - 1, initial)
    if (HYPHEN.test(gap)) return HYPHEN_JOINS.has(base)
    if (!SPACE.test(gap)) return false
    if (givenNames.has(before.key)) return true
    return CAPITAL_TELLS.has(base) && !before.isUpper && !opensSentence(first - 1)
  }

  /** Of several initials, such as "A. S.", the first tells. */
  function isOtherInitial(at: number, initial: string | undefined): boolean {
    const before = words[at - 1]
    if (before?.isCapital && before.end - before.start === 1 && INITIAL.test(between(at - 1, at)))
      return isOtherInitial(at - 1, initial)
    return initial !== undefined && words[at]!.end - words[at]!.start === 1 && letterOf(at) !== initial
  }

  function letterOf(at: number): string {
    return text.slice(words[at]!.start, words[at]!.end).toUpperCase()
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
      if (isWhole || kind !== 'person') return true
      if (slots.length === 1 && monthsIn(base).has(words[first]!.key)) return false
      return !isAnothers(first, initial) && !isDoubled(last)
    },
  }
}
