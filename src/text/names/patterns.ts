import { adjectivesOf } from './declension/adjectives.ts'
import type { Named, NameKind } from './name.ts'
import { baseOf, nameKey } from './name-words.ts'
import { exactSlots, isArticle, nameSlots, type Slot } from './slots.ts'

/** One way in which a name can stand in a text. */
export interface Pattern<Id extends number = number> {
  entryId: Id
  kind: NameKind
  slots: readonly Slot[]
  /** Whether it is all of the name, or a part that others may have, too. */
  isWhole: boolean
  /** Whether it is taken for the name only where it can be nothing else: in quotation marks, or with a capital within a sentence. */
  isCommon: boolean
  /** With which letter the first name begins that this part of it leaves out. */
  initial?: string | undefined
  /** Whether it is an adjective that is made of the name. */
  isDerived: boolean
  /** Whether a name may stand before its second word that this one leaves out. */
  hasGap: boolean
}

const QUOTED = /^["«„“”‘'‹《「](.*)["»“”’'›》」]$/u
const SLAVIC = new Set(['ru', 'uk'])

/** A name without the quotation marks around it. */
export function unquoted(form: string): string {
  return QUOTED.exec(form.trim())?.[1] ?? form.trim()
}

/** The ways in which a language writes somebody's or something's name. */
export function patternsOf<Id extends number>(
  { id: entryId, kind, forms }: Named<Id>,
  language: string,
): Pattern<Id>[] {
  const base = baseOf(language)
  return forms
    .filter((one) => baseOf(one.language) === base)
    .flatMap(({ form, inflected }) => {
      const isQuoted = unquoted(form) !== form.trim()
      const ways = [
        ...waysOf(unquoted(form), base, kind, isQuoted),
        ...inflected.map((one) => whole(exactSlots(unquoted(one), base).slots, isQuoted)),
      ]
      return ways.filter(({ slots }) => slots.length > 0).map((way) => ({ entryId, kind, ...way }))
    })
}

type Way = Omit<Pattern, 'entryId' | 'kind'>

function waysOf(form: string, base: string, kind: NameKind, isQuoted: boolean): Way[] {
  const { slots, family } = nameSlots(form, base, kind)
  const ways = [whole(slots, isQuoted)]
  if (base === 'en' && slots.length > 1 && isArticle(slots[0]!.word.toLowerCase(), base))
    ways.push({ ...part(slots.slice(1)), isCommon: slots.length === 2 })
  const derived = kind === 'place' && slots.length === 1 ? adjectivesOf(nameKey(slots[0]!.word), base) : []
  if (derived.length > 0)
    ways.push({ ...part([{ keys: new Set(derived), letters: 'any', word: slots[0]!.word }]), isDerived: true })
  if (family === 0) return ways
  const [given, surname] = [slots.slice(0, family), slots.slice(family)]
  if (SLAVIC.has(base))
    ways.push(whole([...surname, ...given], false), { ...whole([given[0]!, ...surname], false), hasGap: true })
  if (given.length > 1) ways.push(whole([given[0]!, ...surname], false))
  return [...ways, { ...part(surname), initial: given[0]!.word[0]!.toUpperCase() }]
}

function whole(slots: readonly Slot[], isQuoted: boolean): Way {
  return { slots, isWhole: true, isCommon: isQuoted && slots.length === 1, isDerived: false, hasGap: false }
}

function part(slots: readonly Slot[]): Way {
  return { slots, isWhole: false, isCommon: false, isDerived: false, hasGap: false }
}
