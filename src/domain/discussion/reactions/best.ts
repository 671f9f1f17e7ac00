import { sql } from 'kysely'
import type { CommentState } from '../comments/comment.ts'

/** How good a comment is held to be before anybody reacted: half of a million. Nothing where it does not stand. */
export function bestAtFirst(state: CommentState): number {
  return state === 'stands' ? 500_000 : 0
}

/**
 * The share of those who approve among all who reacted, in millionths: "well argued" weighs two, agreement one, and so does
 * disagreement. Five of each are given to every comment, so that one voice does not decide.
 */
export const BEST = sql<number>`case when "state" <> 'stands' then 0 else
  1000000 * ("agreed" + 2 * "wellArgued" + 5) / ("agreed" + 2 * "wellArgued" + "disagreed" + 10) end`
