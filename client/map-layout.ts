/** One comment as the map sees it. */
export interface Mark {
  /** The thread that it belongs to, counted from 0. */
  thread: number
  /** Levels below the thread's root. */
  level: number
  at: number
}

export interface Spot {
  x: number
  y: number
}

/** The room of the map, in its own units. */
export const ROOM = { width: 180, height: 400, edge: 8 }

const WIDEST = 24

/** Where each comment stands: threads beside one another, time downward and to scale, replies a little further in by level. */
export function spotsOf(marks: readonly Mark[], fromRight: boolean): Spot[] {
  const { width, height, edge } = ROOM
  const times = marks.map(({ at }) => at)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const threads = Math.max(...marks.map(({ thread }) => thread)) + 1
  const deepest = Math.max(1, ...marks.map(({ level }) => level))
  const lane = Math.min(WIDEST, (width - 2 * edge) / threads)
  return marks.map(({ thread, level, at }) => {
    const x = edge + lane * (thread + (0.75 * level) / deepest)
    const y = edge + (last === first ? 0 : (at - first) / (last - first)) * (height - 2 * edge)
    return { x: fromRight ? width - x : x, y }
  })
}
