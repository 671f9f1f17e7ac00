import { likeness, twos } from './likeness.ts'
import { textsOf, type Words } from './paragraph-words.ts'

export interface Cluster {
  indexes: number[]
  blocks: number[]
}

/** Runs of paragraphs that hold the same words one behind the other, with other bounds between them. */
export function rebounded(
  were: readonly Words[],
  are: readonly Words[],
  indexes: number[],
  blocks: number[],
): Cluster[] {
  const clusters: Cluster[] = []
  for (const index of indexes)
    for (const block of blocks) {
      if (clusters.some((one) => one.indexes.includes(index) || one.blocks.includes(block))) continue
      const rest = (all: readonly number[], taken: (one: Cluster) => number[]) =>
        all.filter((one) => !clusters.some((cluster) => taken(cluster).includes(one)))
      const [open, free] = [rest(indexes, (one) => one.indexes), rest(blocks, (one) => one.blocks)]
      const found = sameRun({ words: were, open, first: index }, { words: are, open: free, first: block })
      if (found) clusters.push(found)
    }
  return clusters
}

interface Side {
  words: readonly Words[]
  open: readonly number[]
  first: number
}

/** As many of both, from a first one on, as it takes until both end at the same word; undefined where they part before. */
function sameRun(original: Side, present: Side): Cluster | undefined {
  const [taken, also] = [[original.first], [present.first]]
  const [one, other] = [original.words[original.first]!, present.words[present.first]!]
  if (!agree(one, other)) return
  let isAhead = one.length > other.length
  let ahead = isAhead ? one.slice(other.length) : other.slice(one.length)
  while (ahead.length > 0) {
    const { words, open } = isAhead ? present : original
    const list = isAhead ? also : taken
    const next = following(words, open, list, ahead)
    if (next === undefined) return
    list.push(next)
    const more = words[next]!
    if (more.length > ahead.length) isAhead = !isAhead
    ahead = more.length > ahead.length ? more.slice(ahead.length) : ahead.slice(more.length)
  }
  return { indexes: taken, blocks: also }
}

/** Which goes on with these words; the next one rather than any other. */
function following(words: readonly Words[], open: readonly number[], list: readonly number[], ahead: Words) {
  const fitting = open.filter((one) => !list.includes(one) && agree(words[one]!, ahead))
  return fitting.find((one) => one === list.at(-1)! + 1) ?? fitting[0]
}

function agree(one: Words, other: Words): boolean {
  const common = Math.min(one.length, other.length)
  for (let at = 0; at < common; at++) if (one[at]!.text !== other[at]!.text) return false
  return common > 0
}

/** More pairs than these are not looked at one by one. */
const MOST_PAIRS = 40_000
/** So much of the shorter one stands in the other, in the same order two by two, where one has become the other. */
const ALIKE = 0.34

/** What belongs together by its words: paragraphs that were changed, with those that they were split into or joined with. */
export function alike(were: readonly Words[], are: readonly Words[], indexes: number[], blocks: number[]): Cluster[] {
  if (indexes.length * blocks.length > MOST_PAIRS) return []
  const clusters: Cluster[] = []
  const [before, now] = [indexes.map((one) => twos(textsOf(were[one]!))), blocks.map((one) => twos(textsOf(are[one]!)))]
  indexes.forEach((index, at) => {
    const like = blocks.filter((_, other) => likeness(before[at]!, now[other]!) >= ALIKE)
    if (like.length === 0) return
    const met = clusters.filter((cluster) => cluster.blocks.some((block) => like.includes(block)))
    for (const one of met) clusters.splice(clusters.indexOf(one), 1)
    const merged = [...new Set([...met.flatMap((one) => one.blocks), ...like])]
    clusters.push({
      indexes: sorted([...met.flatMap((one) => one.indexes), index]),
      blocks: sorted(merged),
    })
  })
  return clusters
}

function sorted(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b)
}
