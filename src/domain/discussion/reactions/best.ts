import { sql } from 'kysely'

/** How good a comment is held to be before anybody reacted: half of a million. Nothing where a tombstone stands. */
export function bestAtFirst({ html }: { html: string | null }): number {
  return html === null ? 0 : 500_000
}

/**
 * The share of those who approve among all who reacted, in millionths: "well argued" weighs two, agreement one, and so does
 * disagreement. Five of each are given to every comment, so that one voice does not decide.
 */
export const BEST = sql<number>`case when "html" is null then 0 else
  1000000 * ("agreed" + 2 * "wellArgued" + 5) / ("agreed" + 2 * "wellArgued" + "disagreed" + 10) end`
