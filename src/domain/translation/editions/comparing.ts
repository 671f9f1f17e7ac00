import type { Language } from '../../../kit/language.ts'
import { type Finding, type Gate, isMiss, type Side } from '../gate/index.ts'
import type { GlossaryEntry } from '../glossary/entry.ts'
import { mentionsIn } from '../glossary/mentions.ts'
import type { Compare, Miss } from './miss.ts'
import type { NamesBetween } from './names-between.ts'

/** Asks the gate of paragraphs beside their originals, with the names that the glossary knows in both languages, and leaves out what it finds in order. */
export function comparing(gate: Pick<Gate, 'compare'>, namesBetween: NamesBetween): Compare {
  return async (pairs) => {
    const first = pairs[0]
    if (!first) return []
    const entries = await namesBetween(first.from, first.to)
    const found = await gate.compare(
      pairs.map(({ original, words, from, to }) => [sideOf(original, from, entries), sideOf(words, to, entries)]),
    )
    return found.map((some) => some.filter(isMiss).map(missOf))
  }
}

function sideOf(words: string, language: Language, entries: readonly GlossaryEntry[]): Side {
  if (entries.length === 0) return { words, language }
  const names = mentionsIn(words, language, entries).map(({ entryId: entry, start, end }) => ({ entry, start, end }))
  return { words, language, names }
}

function missOf({ kind, outcome, original, edition }: Finding): Miss {
  return { kind, outcome, original: original?.text ?? null, edition: edition?.text ?? null }
}
