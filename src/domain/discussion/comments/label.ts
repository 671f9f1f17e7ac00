const WHOLE = 6
const KEPT_AT_EACH_END = 3
/** @NOTE With points on either side it would look like a slip of the hand. The spaces do not break, and are none to what is split at spaces. */
const GAP = '\u00a0…\u00a0'

/** "1.2.3": the ordinals from the root down. Past six parts the middle is elided, as in "1.2.3 … 7.8.9", so that a label never grows long. */
export function labelUnder(parentLabel: string | null, ordinal: number): string {
  if (parentLabel === null) return String(ordinal)
  const parts = [...parentLabel.split(GAP).flatMap((end) => end.split('.')), String(ordinal)]
  if (parts.length <= WHOLE && !parentLabel.includes(GAP)) return parts.join('.')
  return [parts.slice(0, KEPT_AT_EACH_END), parts.slice(-KEPT_AT_EACH_END)].map((end) => end.join('.')).join(GAP)
}

/** What the labels of all comments under one parent begin with, each followed by its ordinal. */
export function stemUnder(parentLabel: string | null): string {
  return labelUnder(parentLabel, 0).slice(0, -1)
}
