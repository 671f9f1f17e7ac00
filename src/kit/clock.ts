/** UTC milliseconds, as they stand in the database; tests set their own. */
export type Clock = () => number

export const wallClock: Clock = () => Date.now()

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const DAY_MS = 24 * 60 * MINUTE_MS
