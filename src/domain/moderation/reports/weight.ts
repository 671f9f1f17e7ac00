/** By so many of somebody's answered reports it is known how good their judgement is. */
export const LOOKED_BACK = 20

/** Up to so many unfounded ones nothing follows: everybody errs. */
export const FORGIVEN = 4

export const FULL_WEIGHT = 100
const LEAST_WEIGHT = 10

/** What came of somebody's last reports. */
export interface Record {
  upheld: number
  unfounded: number
}

/** What a person's next report weighs, in hundredths: all of it, or, after too many unfounded ones, the share of those that were right. */
export function weightAfter({ upheld, unfounded }: Record): number {
  if (unfounded <= FORGIVEN) return FULL_WEIGHT
  return Math.max(LEAST_WEIGHT, Math.round((FULL_WEIGHT * upheld) / (upheld + unfounded)))
}
