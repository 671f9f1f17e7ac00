import type { Finding, Stated } from './finding.ts'
import type { NameMention, Side } from './side.ts'

/** A name of the original must stand in the edition; how often is a matter of style. Another in its place was put for it. */
export function nameFindings(original: Side, edition: Side): Finding[] {
  const missing = onlyIn(original, edition)
  const added = onlyIn(edition, original)
  return missing.map((mention, at): Finding => {
    const other = added[at]
    return { kind: 'name', outcome: other ? 'altered' : 'missing', original: mention, edition: other ?? null }
  })
}

function onlyIn(side: Side, other: Side): Stated[] {
  const others = new Set(other.names?.map(({ entry }) => entry))
  const seen = new Set<number>()
  return (side.names ?? []).flatMap((mention) => {
    if (others.has(mention.entry) || seen.has(mention.entry)) return []
    seen.add(mention.entry)
    return [statedIn(side, mention)]
  })
}

function statedIn({ words }: Side, { start, end }: Pick<NameMention, 'start' | 'end'>): Stated {
  return { text: words.slice(start, end), start, end }
}
