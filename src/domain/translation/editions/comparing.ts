import { type Finding, type Gate, isMiss, type NameMention } from '../gate/index.ts'
import { type Mention, mentionsIn, namesIn } from '../glossary/mentions.ts'
import type { Compare, Miss } from './miss.ts'
import type { NamesBetween } from './names-between.ts'

/** Asks the gate of paragraphs beside their originals, with the names, but not the terms, that the glossary knows in both languages, and leaves out what it finds in order. */
export function comparing(gate: Pick<Gate, 'compare'>, namesBetween: NamesBetween): Compare {
  return async (pairs) => {
    const first = pairs[0]
    if (!first) return []
    const entries = await namesBetween(first.from, first.to)
    const terms = new Set(entries.filter(({ kind }) => kind === 'term').map(({ id }) => id))
    const named = (mentions: readonly Mention[]): NameMention[] =>
      mentions
        .filter(({ entryId }) => !terms.has(entryId))
        .map(({ entryId: entry, start, end }) => ({ entry, start, end }))
    const found = await gate.compare(
      pairs.map(({ original, words, from, to }) => [
        { words: original, language: from, names: named(namesIn(original, from, entries)) },
        { words, language: to, names: named(mentionsIn(words, to, entries)) },
      ]),
    )
    return found.map((some) => some.filter(isMiss).map(missOf))
  }
}

function missOf({ kind, outcome, original, edition }: Finding): Miss {
  return { kind, outcome, original: original?.text ?? null, edition: edition?.text ?? null }
}
