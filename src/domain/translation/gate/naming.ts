import { withoutMarkSigns } from '../../../text/mark-signs.ts'
import { type Candidate, candidatesIn, candidatesToTheEnd } from '../../../text/names/candidates.ts'
import { withoutLabelCase } from '../../../text/names/label-case.ts'
import { mentionsIn } from '../../../text/names/mentions.ts'
import { plainWords } from '../../../text/plain-words.ts'
import type { EntryId } from '../glossary/entry.ts'
import { type FormBefore, type FormerFormFound, formerFormsIn } from '../glossary/former-forms.ts'
import type { KnownNames } from './known-names.ts'

/** What is asked of the names of a text. */
export interface NamesAsked {
  /** Markdown. */
  paragraphs: readonly string[]
  /** As readers see them. */
  words: string
  changes: readonly FormBefore[]
  /** With those that would seem to be names once these are settled. */
  isToTheEnd: boolean
}

export interface NamesFound {
  /** What seems to be a name and nobody has settled so far. */
  candidates: Candidate[]
  /** How often each name of the glossary is named. */
  counts: [entryId: EntryId, count: number][]
  /** Forms of before that the words still have. */
  old: FormerFormFound[]
}

/** The names that a text in the first of two languages has, those of the glossary and those that it does not know. */
export function namesFound(
  { paragraphs, words, changes, isToTheEnd }: NamesAsked,
  { from, entries, dismissed }: KnownNames,
): NamesFound {
  const texts = paragraphs.map((one) => plainWords(withoutLabelCase(withoutMarkSigns(one).words, from)))
  const none = new Set(dismissed)
  const find = isToTheEnd ? candidatesToTheEnd : candidatesIn
  const mentions = mentionsIn<EntryId>(words, from, entries).filter(({ isDerived }) => !isDerived)
  const counts = Map.groupBy(mentions, ({ entryId }) => entryId)
  return {
    candidates: find(texts, from, entries, (key) => none.has(key)),
    counts: [...counts].map(([id, { length }]) => [id, length]),
    old: formerFormsIn(words, from, entries, changes),
  }
}
