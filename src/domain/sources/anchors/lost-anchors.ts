import { stretchOf } from '../../../text/quote-selectors.ts'
import type { Anchor } from './anchor.ts'

/** What the wording before had marked and this one has not: its words stand there still, once in what was around them, or it is an orphan. None is moved by guess. */
export function lostIn(former: readonly Anchor[], present: readonly Anchor[], plain: string): Anchor[] {
  const named = Map.groupBy(present, nameOf)
  return [...Map.groupBy(former, nameOf)].flatMap(([name, anchors]) => {
    const now = named.get(name) ?? []
    return unmatched(anchors, now).map((anchor, index) => {
      const stands = stretchOf(plain, anchor) !== undefined
      return {
        ...anchor,
        place: now.length + index + 1,
        number: 0,
        state: stands ? ('unmarked' as const) : ('orphaned' as const),
      }
    })
  })
}

function nameOf({ kind, key }: Anchor): string {
  return `${kind} ${key}`
}

/** Those left over once each present one has taken the place of one with its words, or else of any other. */
function unmatched(former: readonly Anchor[], present: readonly Anchor[]): Anchor[] {
  const left = [...former]
  const others = present.filter(({ exact }) => {
    const at = left.findIndex((one) => one.exact === exact)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return left.slice(others.length)
}
