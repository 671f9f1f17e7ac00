import type { ReadState as ServerReadState } from '../../src/domain/discussion/index.ts'
import type { AsJson } from './as-json.ts'

/** What a reader knows of a discussion: everything up to a comment, and what they have seen of that which came after it. */
export type ReadState = AsJson<ServerReadState>

const MOST_SEEN = 500

/** What is known by one or the other; where more was seen than is remembered, what came before the rest counts as known. */
export function mergedReadState(one: Partial<ReadState>, other: Partial<ReadState>): ReadState {
  const ids = [...new Set([...(one.seen ?? []), ...(other.seen ?? [])])].sort((a, b) => a - b)
  const upTo = Math.max(one.upTo ?? 0, other.upTo ?? 0, ids.at(-MOST_SEEN - 1) ?? 0)
  return { upTo, seen: ids.filter((id) => id > upTo) }
}
