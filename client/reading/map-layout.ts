import type { Bar as ServerBar, Spot as ServerSpot } from '../../src/domain/discussion/index.ts'
import type { AsJson } from '../shared/as-json.ts'

export type Bar = AsJson<ServerBar>
export type Spot = AsJson<ServerSpot>

export interface MapPoint {
  x: number
  y: number
}

/** The room of the map, in its own units. */
export const ROOM = { width: 180, height: 400, edge: 8 }

const WIDEST = 24

/** Where threads and comments stand: threads beside one another, time downward and to scale, replies a little further in by level. */
export function layoutOf(bars: readonly Bar[], spots: readonly Spot[], fromRight: boolean) {
  const { width, height, edge } = ROOM
  const times = [...bars.flatMap(({ at, until }) => [at, until]), ...spots.map(({ at }) => at)]
  const known = times.filter((at) => at !== null)
  const [first, last] = [Math.min(...known), Math.max(...known)]
  const deepest = Math.max(2, ...spots.map(({ depth }) => depth))
  const lane = Math.min(WIDEST, (width - 2 * edge) / bars.length)
  const laneOf = (thread: number) =>
    Math.max(
      0,
      bars.findLastIndex(({ ordinal }) => ordinal <= thread),
    )
  const xOf = (at: number) => (fromRight ? width - at : at)
  const yOf = (at: number | null) =>
    edge + (at === null || last <= first ? 0 : (at - first) / (last - first)) * (height - 2 * edge)
  return {
    lane,
    bars: bars.map(({ at, until }, index) => {
      const y = yOf(at ?? until)
      return { x: xOf(edge + lane * index), y, end: Math.max(y, yOf(until ?? at)) }
    }),
    spots: spots.map(({ thread, depth, at }) => ({
      x: xOf(edge + lane * (laneOf(thread) + (0.75 * (depth - 1)) / (deepest - 1))),
      y: yOf(at ?? bars[laneOf(thread)]?.at ?? null),
    })),
  }
}
