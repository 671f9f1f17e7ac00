import type { Anchor } from '../anchors/anchor.ts'
import type { ChainPlace } from './chain.ts'

/** Where what bears a mark stands in an edition, and how the page numbers it. */
export type PlacesOf = (
  kind: Anchor['kind'],
  key: string,
) => { key: string; number: number; places: readonly ChainPlace[] }

export function placesIn(anchors: readonly Anchor[]): PlacesOf {
  const marked = Map.groupBy(anchors, ({ kind, key }) => `${kind} ${key}`)
  return (kind, key) => {
    const own = marked.get(`${kind} ${key}`) ?? []
    return { key, number: own[0]?.number ?? 0, places: own.map(placeOf) }
  }
}

function placeOf({ place, exact, prefix, suffix, position, state }: Anchor): ChainPlace {
  return { place, selector: { exact, prefix, suffix }, position, state }
}
