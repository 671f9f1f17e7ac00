import type { Account } from './account.ts'
import type { Alias, CapturedEntry } from './captured-page.ts'
import { pageNameKey } from './names.ts'
import { FEWEST_BY_CHANCE } from './quoted-passage.ts'
import { wordCount } from './word-count.ts'

/** The other names that quotations prove; one that would name two people is reported instead. */
export function aliasesIn(entries: readonly CapturedEntry[], account: Account): Alias[] {
  const borne = new Set(entries.flatMap(({ author }) => (author === null ? [] : [pageNameKey(author)])))
  const aliases = new Map<string, Alias>()
  const ambiguous = new Set<string>()
  for (const shown of entries.flatMap((entry) => shownBy(entry, entries))) {
    const key = pageNameKey(shown.name)
    const known = aliases.get(key)
    if (borne.has(key)) continue
    if (!known) aliases.set(key, shown)
    else if (pageNameKey(known.of) !== pageNameKey(shown.of)) {
      ambiguous.add(key)
      account.report(
        { number: shown.line },
        `It quotes ${shown.of} under a name that stands for ${known.of} in line ${known.line}; that is recorded for neither.`,
      )
    }
  }
  return [...aliases].flatMap(([key, alias]) => (ambiguous.has(key) ? [] : [alias]))
}

function shownBy({ quotations }: CapturedEntry, entries: readonly CapturedEntry[]): Alias[] {
  return quotations.flatMap(({ of, attributedTo, words, line }) => {
    const author = of && 'entry' in of ? entries[of.entry]?.author : undefined
    if (!author || attributedTo === null || wordCount(words) < FEWEST_BY_CHANCE) return []
    return [{ name: attributedTo, of: author, line }]
  })
}
