type Beside = readonly [originals: string[], words: string[]]

/** What it costs to leave one alone, or to take two for one. */
const ALONE = 4
const TWO = 1.5
/** Beyond so many steps they stand beside each other by their order alone. */
const MOST_STEPS = 250_000

/** Two texts of which nothing is known but that one translates the other: paragraphs that are alike in length and kind, in their order. Source: Gale and Church, A program for aligning sentences in bilingual corpora (1993). */
export function sideBySide(from: readonly string[], to: readonly string[]): Beside[] {
  if (from.length === to.length || from.length * to.length > MOST_STEPS) return byOrder(from, to)
  const steps = [
    [1, 1, 0],
    [1, 0, ALONE],
    [0, 1, ALONE],
    [2, 1, TWO],
    [1, 2, TWO],
  ] as const
  const best = new Map<string, { cost: number; step: readonly [number, number, number] }>([
    ['0 0', { cost: 0, step: [0, 0, 0] }],
  ])
  for (let i = 0; i <= from.length; i++)
    for (let j = 0; j <= to.length; j++)
      for (const step of steps) {
        const [a, b, extra] = step
        const before = best.get(`${i - a} ${j - b}`)
        if (!before) continue
        const unlike = a > 0 && b > 0 ? unlikeness(from.slice(i - a, i), to.slice(j - b, j)) : 0
        const cost = before.cost + extra + unlike
        if (cost < (best.get(`${i} ${j}`)?.cost ?? Number.POSITIVE_INFINITY)) best.set(`${i} ${j}`, { cost, step })
      }
  return walkedBack(best, from, to)
}

function walkedBack(
  best: ReadonlyMap<string, { step: readonly [number, number, number] }>,
  from: readonly string[],
  to: readonly string[],
): Beside[] {
  const pairs: Beside[] = []
  for (let [i, j] = [from.length, to.length]; i > 0 || j > 0; ) {
    const [a, b] = best.get(`${i} ${j}`)!.step
    pairs.unshift([from.slice(i - a, i), to.slice(j - b, j)])
    i -= a
    j -= b
  }
  return pairs
}

function byOrder(from: readonly string[], to: readonly string[]): Beside[] {
  return Array.from({ length: Math.max(from.length, to.length) }, (_, at) => [
    from.slice(at, at + 1),
    to.slice(at, at + 1),
  ])
}

/** How far two are apart in length, and whether one is a heading, a list or a quotation and the other is not. */
function unlikeness(originals: readonly string[], words: readonly string[]): number {
  const [a, b] = [originals.join(' ').length + 1, words.join(' ').length + 1]
  const isOther = kindOf(originals[0]!) !== kindOf(words[0]!)
  return Math.abs(Math.log(a / b)) * 2 + (isOther ? ALONE : 0)
}

function kindOf(block: string): string {
  return /^(#|>|[-*+] |\d+[.)] |\||```)/.exec(block)?.[1]?.replace(/\d+/, '1') ?? ''
}
