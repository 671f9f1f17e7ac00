/** UTC milliseconds, as they stand in the database; tests set their own. */
export type Clock = () => number

export const wallClock: Clock = () => Date.now()

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The first and the last moment of the years that are written with four digits. Source of the need: RFC 3339, section 1. */
export const FIRST_MOMENT = Date.UTC(2000, 0, 1) - 730_485 * DAY_MS
export const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
