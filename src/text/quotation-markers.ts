const MARKER = /^(\\*)\[\[quotation:(\d+)\]\]$/

/** The line of stored words at whose place the quotation of this slot stands. */
export function markerOf(slot: number): string {
  return `[[quotation:${slot}]]`
}

/** A typed line as it is stored: one that looks like a marker gains a backslash, so that it never is one. */
export function guarded(line: string): string {
  return MARKER.test(line) ? `\\${line}` : line
}

/** What a stored line says: the slot of a quotation, or a line as it was typed. */
export function readLine(stored: string): number | string {
  const [marker, backslashes, slot] = MARKER.exec(stored) ?? []
  if (marker === undefined) return stored
  return backslashes === '' ? Number(slot) : stored.slice(1)
}
