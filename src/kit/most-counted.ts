/** Beyond so many nobody counts; pages say that there are more. */
export const MOST_COUNTED = 1_000
