import { areOneName, candidatesIn } from '../../../text/names/candidates.ts'
import { withoutLabelCase } from '../../../text/names/label-case.ts'
import type { Mention } from '../../../text/names/name.ts'
import { plainWords } from '../../../text/plain-words.ts'
import type { EntryId } from '../glossary/entry.ts'
import type { Finding } from './finding.ts'
import { compare } from './gate.ts'
import { formOf, type KnownName, type KnownNames } from './known-names.ts'
import type { Pair, Speaker } from './pair.ts'
import { sidesBetween } from './sides.ts'
import { asTheGlossaryCalls } from './speakers.ts'

/** A name of the glossary that an original mentions, and how the other language writes it. */
export interface NamedBetween {
  original: string
  form: string
  isLocked: boolean
}

/** A name of an original of which nobody has said how the other language writes it. */
export interface Unsettled {
  form: string
  /** Undefined where the glossary does not know it at all. */
  entryId?: EntryId | undefined
}

/** What is to be said of a paragraph beside its original. */
export interface Examined {
  findings: Finding[]
  named: NamedBetween[]
  unsettled: Unsettled[]
}

/** Looks at paragraphs beside their originals; a name that nobody has settled is told where it is met first. */
export function examine(pairs: readonly Pair[], names: KnownNames, speakers: readonly Speaker[]): Examined[] {
  const sidesOf = sidesBetween(names, asTheGlossaryCalls(speakers, names))
  const known = new Map(names.entries.map((entry) => [entry.id, entry]))
  const dismissed = new Set(names.dismissed)
  const seen: Unsettled[] = []
  return pairs.map((pair) => {
    const { original, edition, mentions } = sidesOf(pair)
    const firsts = firstOfEach(mentions)
    const candidates = candidatesIn(
      [plainWords(withoutLabelCase(original.words, names.from))],
      names.from,
      names.entries,
      (key) => dismissed.has(key),
    )
    const unsettled = [...formless(firsts, known, names), ...candidates.map(({ form }) => ({ form }))]
    const fresh = unsettled.filter((one) => !seen.some((other) => areSame(one, other)))
    seen.push(...fresh)
    return {
      findings: pair.words === '' ? [] : compare(original, edition),
      named: named(firsts, known, names),
      unsettled: fresh,
    }
  })
}

type KnownById = ReadonlyMap<EntryId, KnownName>

/** What is no term and has no form in the other language cannot be compared. */
function formless(mentions: readonly Mention<EntryId>[], known: KnownById, { to }: KnownNames): Unsettled[] {
  return mentions.flatMap(({ entryId, form }) => {
    const entry = known.get(entryId)!
    return entry.kind === 'term' || formOf(entry, to) ? [] : [{ form, entryId }]
  })
}

function named(mentions: readonly Mention<EntryId>[], known: KnownById, { to }: KnownNames): NamedBetween[] {
  return mentions.flatMap(({ entryId, form: original }) => {
    const form = formOf(known.get(entryId)!, to)
    return form ? [{ original, form: form.form, isLocked: form.isLocked }] : []
  })
}

function firstOfEach(mentions: readonly Mention<EntryId>[]): Mention<EntryId>[] {
  const firsts = new Map(mentions.toReversed().map((mention) => [mention.entryId, mention]))
  return [...firsts.values()].toSorted((a, b) => a.start - b.start)
}

function areSame(one: Unsettled, other: Unsettled): boolean {
  return one.entryId === other.entryId && (one.entryId !== undefined || areOneName(one.form, other.form))
}
