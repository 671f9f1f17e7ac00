import type { DiscussionMap } from '../../src/domain/discussion/index.ts'
import type { AsJson } from '../shared/as-json.ts'
import { ownPart } from './entry.ts'
import { layoutOf, ROOM, type Spot } from './map-layout.ts'

/** What the server says of a discussion as a whole. */
export type Seen = AsJson<Pick<DiscussionMap, 'threads' | 'bars' | 'spots'>>

/** What is one reader's own on it. */
export interface Personal {
  own: Set<number>
  unread: Set<number>
}

const SVG = 'http://www.w3.org/2000/svg'
/** With more than these, what is not marked is drawn smaller. */
const MANY = 100

/** @NOTE It says nothing that the discussion does not say, so that only eyes meet it. */
export function drawing({ bars, spots }: Seen, personal: Personal): Element {
  const svg = element('svg', { viewBox: `0 0 ${ROOM.width} ${ROOM.height}`, 'aria-hidden': 'true' })
  const places = layoutOf(bars, spots, document.dir === 'rtl')
  for (const [index, { id, count }] of bars.entries()) {
    const { x, y, end } = places.bars[index]!
    const width = Math.min(places.lane * 0.8, 1 + Math.log2(count) / 3)
    const here = document.getElementById(`c-${id}`) ? 'thread here' : 'thread'
    svg.append(element('path', { d: `M${x} ${y}V${end}`, class: here, 'stroke-width': width }))
  }
  const at = new Map(spots.map(({ id }, index) => [id, places.spots[index]!]))
  for (const { id, parentId } of spots) {
    const [above, own] = [at.get(parentId), at.get(id)!]
    if (above) svg.append(element('path', { d: `M${above.x} ${above.y}L${own.x} ${own.y}` }))
  }
  for (const spot of spots) {
    const { x, y } = at.get(spot.id)!
    const kinds = kindsOf(spot, personal)
    const r = spots.length > MANY ? (kinds ? 2.5 : 1.5) : spot.quotedBy > 0 ? 4 : 2.5
    svg.append(element('circle', { cx: x, cy: y, r, class: kinds, 'data-id': spot.id }))
  }
  return svg
}

/** What is on this page says itself whether it has been read; of the rest the server does. */
function kindsOf({ id, quotedBy, removed }: Spot, { own, unread }: Personal): string {
  const entry = document.getElementById(`c-${id}`)
  const isUnread = entry ? ownPart(entry).matches('.unread') : unread.has(id)
  const isGone = entry ? ownPart(entry).matches('.tombstone') : removed === 1
  const kinds = [isUnread && 'unread', own.has(id) && 'own', quotedBy > 0 && 'quoted', isGone && 'gone']
  return kinds.filter(Boolean).join(' ')
}

export function element(name: string, attributes: Record<string, string | number>): Element {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}
