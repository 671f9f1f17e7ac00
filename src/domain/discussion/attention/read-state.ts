import type { CommentId, ROOT } from '../comments/comment.ts'

/** What somebody knows of a discussion: everything up to a comment, and what they have seen of that which came after it. */
export interface ReadState {
  upTo: CommentId | typeof ROOT
  /** In the order in which they came. */
  seen: readonly CommentId[]
}

export const NOTHING: ReadState = { upTo: 0, seen: [] }
export const MOST_SEEN = 500

/** What is known by one or the other; where more was seen than is remembered, what came before the rest counts as known. */
export function mergedReadState(one: ReadState, other: ReadState): ReadState {
  const furthest = Math.max(one.upTo, other.upTo)
  const ids = [...new Set([...one.seen, ...other.seen])].sort((a, b) => a - b)
  const upTo = Math.max(furthest, ids.at(-MOST_SEEN - 1) ?? 0) as ReadState['upTo']
  return { upTo, seen: ids.filter((id) => id > upTo) }
}
