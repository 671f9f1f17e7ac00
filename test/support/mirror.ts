import { type Comment, type Order, ROOT } from '../../src/domain/discussion/index.ts'

/** A comment as a test remembers it: all that decides where it stands, kept beside the database and never read from it. */
export interface Remembered {
  comment: Comment
  parentId: number
  /** How many stood under its parent when it came, itself among them. */
  ordinal: number
  at: number
  wordings: number
  isRemoved: boolean
  /** Who reacted, and how. */
  reactions: ReadonlySet<string>
}

/** What stands under each parent, in the order in which it ought to be read. */
export function sequencesOf(all: readonly Remembered[], order: Order): (parentId: number) => number[] {
  const under = Map.groupBy(all, ({ parentId }) => parentId)
  return (parentId) => {
    const key = KEYS[order === 'active' && parentId !== ROOT ? 'oldest' : order]
    const keyed = (under.get(parentId) ?? []).map((one) => ({ id: one.comment.id, key: key(one, under) }))
    return keyed.sort((a, b) => b.key - a.key || a.id - b.id).map(({ id }) => id)
  }
}

type Under = ReadonlyMap<number, readonly Remembered[]>

/** What each order goes by, the highest first. */
const KEYS: Record<Order, (one: Remembered, under: Under) => number> = {
  oldest: ({ ordinal }) => -ordinal,
  newest: ({ ordinal }) => ordinal,
  best: ({ isRemoved, reactions }) => (isRemoved ? 0 : approvalOf(reactions)),
  replied: ({ comment }, under) => under.get(comment.id)?.length ?? 0,
  active: lastIn,
}

/** As docs/pages/discussion.md states it. */
function approvalOf(reactions: ReadonlySet<string>): number {
  const counted = (kind: string) => [...reactions].filter((reaction) => reaction.endsWith(` ${kind}`)).length
  const [a, d, w] = ['agree', 'disagree', 'well-argued'].map(counted) as [number, number, number]
  return Math.floor((1_000_000 * (a + 2 * w + 5)) / (a + 2 * w + d + 10))
}

function lastIn(one: Remembered, under: Under): number {
  const replies = under.get(one.comment.id) ?? []
  return Math.max(one.at, ...replies.map((reply) => lastIn(reply, under)))
}
