/** How often each two words stand side by side; of a single word, that. */
export function twos(words: readonly string[]): Map<string, number> {
  const pairs = words.length < 2 ? words : words.slice(1).map((word, at) => `${words[at]} ${word}`)
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

/** How much of the shorter stands in the longer, from 0 to 1. */
export function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one]
  let [shared, all] = [0, 0]
  for (const [pair, count] of fewer) {
    all += count
    shared += Math.min(count, more.get(pair) ?? 0)
  }
  return all === 0 ? 0 : shared / all
}
