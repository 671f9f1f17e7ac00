import type { Language } from '../../../kit/language.ts'
import { type QuotedWords, withoutMarkSigns } from '../../../text/mark-signs.ts'
import { mentionsIn } from '../../../text/names/mentions.ts'
import type { Mention, Named } from '../../../text/names/name.ts'
import type { EntryId } from '../glossary/entry.ts'
import { formOf, type KnownNames } from './known-names.ts'
import type { Pair, Speaker } from './pair.ts'
import type { MarkedQuotation, NameMention, Side } from './side.ts'

/** Both sides of a pair as the gate compares them, and the names that the original mentions. */
export interface Sides {
  original: Side
  edition: Side
  mentions: Mention<EntryId>[]
}

/** Reads the sides of pairs in two languages; made once for many. */
export function sidesBetween(names: KnownNames, speakers: readonly Speaker[]): (pair: Pair) => Sides {
  const { from, to, entries } = names
  const asked = comparableIn(names)
  const comparable = (mentions: readonly Mention<EntryId>[]): NameMention[] =>
    mentions
      .filter(({ entryId }) => asked.has(entryId))
      .map(({ entryId: entry, start, end }) => ({ entry, start, end }))
  return ({ original, words }) => {
    const [one, other] = [withoutMarkSigns(original), withoutMarkSigns(words)]
    const mentions = mentionsIn<EntryId>(one.words, from, entries).filter(({ isDerived }) => !isDerived)
    const numbers = new Map([...one.quotes, ...other.quotes].map(({ key }, at) => [key, at]))
    const side = (read: typeof one, language: Language, isNamed: readonly Mention<EntryId>[]): Side => ({
      words: read.words,
      language,
      names: comparable(isNamed),
      quotations: read.quotes.map((quote) => ({
        ...quoted(quote, numbers),
        speaker: speakerIn(read.words, language, speakers.find(({ key }) => key === quote.key)?.named),
      })),
    })
    return {
      original: side(one, from, mentions),
      edition: side(other, to, mentionsIn<EntryId>(other.words, to, entries)),
      mentions,
    }
  }
}

/** The names that both languages can write; how terms are put is left to the translator. */
function comparableIn({ from, to, entries }: KnownNames): ReadonlySet<EntryId> {
  const both = entries.filter((entry) => entry.kind !== 'term' && formOf(entry, from) && formOf(entry, to))
  return new Set(both.map(({ id }) => id))
}

function quoted(
  { key, start, end }: QuotedWords,
  numbers: ReadonlyMap<string, number>,
): Omit<MarkedQuotation, 'speaker'> {
  return { quote: numbers.get(key)!, start, end }
}

/** The number of whoever speaks, where the paragraph says who that is, or where that cannot be told in its language. */
function speakerIn(words: string, language: Language, speaker: Named | undefined): number | null {
  if (!speaker) return null
  const isSpelled = speaker.forms.some((form) => form.language === language)
  return !isSpelled || mentionsIn(words, language, [speaker]).length > 0 ? speaker.id : null
}
