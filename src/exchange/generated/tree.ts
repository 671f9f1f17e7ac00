import { FIRST_QUOTERS } from '../../domain/discussion/index.ts'
import type { Chance } from './chance.ts'
import { type Growth, NOBODY } from './shapes.ts'

/** A discussion as columns, one place for each comment in the order in which they came, all counters final. */
export interface Tree {
  count: number
  roots: number
  visible: number
  lastAt: number
  /** The place of the parent; NOBODY for a root. */
  parent: Int32Array
  root: Int32Array
  depth: Int32Array
  ordinal: Int32Array
  replies: Int32Array
  descendants: Int32Array
  quotedBy: Int32Array
  /** The places of the first who quote a comment, where any do. */
  quoters: Map<number, number[]>
  author: Int32Array
  at: Float64Array
  lastActivityAt: Float64Array
  isRemoved: Uint8Array
  isQuoting: Uint8Array
}

const START = Date.UTC(2025, 0, 6)
const WHOLE_MS = 300 * 24 * 60 * 60 * 1_000
const LONGEST_PAUSE_MS = 60_000
const AT_ONCE = 0.2
const REMOVED = 0.012
const QUOTING = 0.06

/** When the first comment of every generated discussion was posted. */
export const FIRST_AT = START

/** Grows a discussion among so many people, comment by comment. */
export function grow(count: number, people: number, growth: Growth, chance: Chance): Tree {
  const tree = bare(count)
  const pauseMs = Math.min(LONGEST_PAUSE_MS, Math.ceil((2 * WHOLE_MS) / count))
  for (let index = 0, at = START; index < count; index++) {
    if (!chance.likely(AT_ONCE)) at += chance.below(pauseMs)
    place(tree, index, growth(index, tree), at)
    tree.author[index] = authorOf(tree, index, people, chance)
    tree.isRemoved[index] = Number(chance.likely(REMOVED))
    tree.isQuoting[index] = Number(chance.likely(QUOTING) && tree.parent[index] !== NOBODY)
    reckon(tree, index)
  }
  return tree
}

function bare(count: number): Tree {
  const whole = () => new Int32Array(count)
  return {
    count,
    roots: 0,
    visible: 0,
    lastAt: START,
    parent: whole(),
    root: whole(),
    depth: whole(),
    ordinal: whole(),
    replies: whole(),
    descendants: whole(),
    quotedBy: whole(),
    quoters: new Map(),
    author: whole(),
    at: new Float64Array(count),
    lastActivityAt: new Float64Array(count),
    isRemoved: new Uint8Array(count),
    isQuoting: new Uint8Array(count),
  }
}

function place(tree: Tree, index: number, parent: number, at: number) {
  const isRoot = parent === NOBODY
  tree.parent[index] = parent
  tree.root[index] = isRoot ? index : tree.root[parent]!
  tree.depth[index] = isRoot ? 1 : tree.depth[parent]! + 1
  tree.ordinal[index] = isRoot ? ++tree.roots : ++tree.replies[parent]!
  tree.at[index] = at
}

function reckon(tree: Tree, index: number) {
  const [parent, root, at] = [tree.parent[index]!, tree.root[index]!, tree.at[index]!]
  tree.lastActivityAt[index] = at
  tree.lastActivityAt[root] = at
  tree.lastAt = at
  if (root !== index) tree.descendants[root]!++
  if (tree.isRemoved[index]) return
  tree.visible++
  if (tree.isQuoting[index]) countQuoter(tree, parent, index)
}

function countQuoter({ quotedBy, quoters }: Tree, quoted: number, index: number) {
  if (quotedBy[quoted]!++ === 0) quoters.set(quoted, [])
  const first = quoters.get(quoted)!
  if (first.length < FIRST_QUOTERS) first.push(index)
}

/** A few write much, many little; whoever is answered often answers back. */
function authorOf({ parent, author }: Tree, index: number, people: number, chance: Chance): number {
  const answered = parent[index]!
  const before = answered === NOBODY ? NOBODY : parent[answered]!
  if (before !== NOBODY && chance.likely(0.5)) return author[before]!
  return chance.below(1 + chance.below(people))
}
