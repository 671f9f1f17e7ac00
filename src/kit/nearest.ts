/** The known name that was most likely meant, or undefined when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((candidate) => ({ candidate, distance: distanceBetween(name, candidate) }))
  const [best] = ranked.sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(2, Math.floor(name.length / 4)) ? best.candidate : undefined
}

/** How many letters have to be added, taken away or changed, whatever their case. Source: Levenshtein 1966. */
function distanceBetween(a: string, b: string): number {
  const [left, right] = [[...a.toLowerCase()], [...b.toLowerCase()]]
  let row = Array.from({ length: right.length + 1 }, (_, i) => i)
  for (const [i, letter] of left.entries()) {
    const next = [i + 1]
    for (const [j, other] of right.entries()) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1)!
}
