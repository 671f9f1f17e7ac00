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
/** The longest silence takes so much more room than two comments of one moment. */
const LONGEST_STEPS = 4

/** Where threads and comments stand: threads beside one another, time downward, replies a little further in by level. */
export function layoutOf(bars: readonly Bar[], spots: readonly Spot[], fromRight: boolean) {
  const { width, height, edge } = ROOM
  const times = [...bars.flatMap(({ at, until }) => [at, until]), ...spots.map(({ at }) => at)]
  const known = times.filter((at) => at !== null)
  const partAt = scaleOf(known)
  const deepest = Math.max(2, ...spots.map(({ depth }) => depth))
  const lane = Math.min(WIDEST, (width - 2 * edge) / bars.length)
  const laneOf = (thread: number) =>
    Math.max(
      0,
      bars.findLastIndex(({ ordinal }) => ordinal <= thread),
    )
  const xOf = (at: number) => (fromRight ? width - at : at)
  const yOf = (at: number | null) => edge + (at === null ? 0 : partAt(at)) * (height - 2 * edge)
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

/**
 * How far down a moment stands, from 0 to 1. From each moment to the next is one step, and the more the longer it took, but never
 * more than some: so one that comes a month later leaves the others their room.
 */
function scaleOf(times: readonly number[]): (at: number) => number {
  const moments = [...new Set(times)].sort((one, other) => one - other)
  const gaps = moments.slice(1).map((at, index) => at - moments[index]!)
  const usual = gaps.toSorted((one, other) => one - other)[gaps.length >> 1] ?? 1
  const places = new Map([[moments[0], 0]])
  let down = 0
  for (const [index, gap] of gaps.entries()) {
    down += 1 + Math.min(LONGEST_STEPS, Math.log2(1 + gap / usual))
    places.set(moments[index + 1], down)
  }
  return (at) => (down === 0 ? 0 : places.get(at)! / down)
}
