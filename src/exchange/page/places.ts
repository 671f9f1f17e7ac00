import { atLine } from '../kit/lines.ts'
import { INDENT_STEP, type Opening } from './openings.ts'

export interface ThreadPlace {
  /** Its number among the replies to its parent, from 1. */
  ordinal: number
  /** 1 for a root. */
  depth: number
  /** The index of the entry above, null for a root. */
  parent: number | null
}

/** Gives each next entry its place in the tree, and refuses one that its indentation or its number leaves without. */
export function openPlaces() {
  const branch: number[] = []
  const replies = new Map<number | null, number>()
  let entries = 0
  return {
    next(opening: Opening): ThreadPlace {
      const depth = depthOf(opening, branch.length + 1)
      branch.length = depth - 1
      const parent = branch.at(-1) ?? null
      const ordinal = inSequence(opening, (replies.get(parent) ?? 0) + 1)
      replies.set(parent, ordinal)
      branch.push(entries++)
      return { ordinal, depth, parent }
    },
    repliesTo: (entry: number) => replies.get(entry) ?? 0,
  }
}

function depthOf({ line }: Opening, deepest: number): number {
  const depth = line.indent / INDENT_STEP
  if (!Number.isInteger(depth) || depth < 1) {
    throw atLine(line.number, `a comment is indented by ${line.indent} spaces, which is no level.`)
  }
  if (depth <= deepest) return depth
  throw atLine(line.number, `a comment stands at level ${depth}, deeper than its parent allows (level ${deepest}).`)
}

function inSequence({ ordinal, line }: Opening, expected: number): number {
  if (ordinal === expected) return ordinal
  throw atLine(line.number, `a comment has the number ${ordinal} where ${expected} should follow.`)
}
