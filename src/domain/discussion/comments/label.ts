const WHOLE = 6
const KEPT_AT_EACH_END = 3
const GAP = '…'

/** "1.2.3": the ordinals from the root down. Past six parts the middle is elided, so that a label never grows long. */
export function labelUnder(parentLabel: string | null, ordinal: number): string {
  if (parentLabel === null) return String(ordinal)
  const parts = [...parentLabel.split('.'), String(ordinal)]
  if (parts.length <= WHOLE) return parts.join('.')
  const first = parts.slice(0, KEPT_AT_EACH_END)
  return [...first, GAP, ...parts.slice(-KEPT_AT_EACH_END)].join('.')
}

/** What the labels of all comments under one parent begin with, each followed by its ordinal. */
export function stemUnder(parentLabel: string | null): string {
  return labelUnder(parentLabel, 0).slice(0, -1)
}
