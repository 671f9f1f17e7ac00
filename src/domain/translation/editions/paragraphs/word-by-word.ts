import type { Carried } from './carried.ts'
import type { Cluster } from './clusters.ts'
import { differences } from './differences.ts'
import { slice, type Words } from './paragraph-words.ts'

/** Beyond so many changes, words are not followed one by one. */
const MOST_EDITS = 4_000
/** A paragraph that holds less of another is none of it. */
const LEAST_SHARE = 0.25
/** So many words one behind the other are no chance. */
const TOGETHER = 3

interface Compared extends Carried {
  index: number
}

/** Word by word: whose words each present paragraph holds. */
export function compared(
  { indexes, blocks }: Cluster,
  were: readonly Words[],
  are: readonly Words[],
  now: readonly string[],
): Compared[] {
  const before = indexes.flatMap((index) => were[index]!.map(({ text }, at) => ({ text, of: index, at })))
  const after = blocks.flatMap((block) => are[block]!.map(({ text }, at) => ({ text, of: block, at })))
  const parts = differences()(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { maxEditLength: MOST_EDITS },
  )
  const from: (number | undefined)[] = after.map(() => undefined)
  let [was, is] = [0, 0]
  for (const part of parts ?? []) {
    if (part.removed) was += part.count
    else if (part.added) is += part.count
    else for (let each = 0; each < part.count; each++) from[is++] = was++
  }
  dropChance(from, before, after, are)
  const owners = ownersOf(from, before, after)
  return indexes.flatMap((index) => {
    const own = after.flatMap(({ of, at }, place) => (owners[place] === index ? [{ of, at, place }] : []))
    if (own.length === 0) return []
    const isSame =
      own.length === were[index]!.length &&
      own.every(
        ({ place }, at) =>
          from[place] !== undefined &&
          before[from[place]]!.of === index &&
          before[from[place]]!.at === at &&
          place === own[0]!.place + at,
      )
    const held = [...Map.groupBy(own, ({ of }) => of)]
    const text = held.map(([block, words]) =>
      words.length === are[block]!.length
        ? now[block]!
        : slice(now[block]!, are[block]!, words[0]!.at, words.at(-1)!.at + 1),
    )
    return [{ index, blocks: held.map(([block]) => block), now: text.join('\n\n'), isSame }]
  })
}

type Placed = readonly { text: string; of: number; at: number }[]

/** A few words in common make no kinship: they are forgotten where they are few of both paragraphs. */
function dropChance(from: (number | undefined)[], before: Placed, after: Placed, are: readonly Words[]): void {
  const shared = Map.groupBy(
    from.flatMap((was, place) => (was === undefined ? [] : [{ was, place }])),
    ({ was, place }) => `${before[was]!.of} ${after[place]!.of}`,
  )
  const lengths = Map.groupBy(before, ({ of }) => of)
  for (const pairs of shared.values()) {
    const { was, place } = pairs[0]!
    const shorter = Math.min(lengths.get(before[was]!.of)!.length, are[after[place]!.of]!.length)
    if (pairs.length < shorter * LEAST_SHARE && longestRun(pairs) < TOGETHER)
      for (const one of pairs) from[one.place] = undefined
  }
}

function longestRun(pairs: readonly { was: number; place: number }[]): number {
  let [longest, run] = [0, 0]
  pairs.forEach(({ was, place }, at) => {
    const before = pairs[at - 1]
    run = before && before.was + 1 === was && before.place + 1 === place ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}

/** New words belong to the paragraph whose words stand before them, or else behind them, in the same present one. */
function ownersOf(from: readonly (number | undefined)[], before: Placed, after: Placed): (number | undefined)[] {
  const owners = from.map((was) => (was === undefined ? undefined : before[was]!.of))
  for (let place = 1; place < owners.length; place++)
    if (owners[place] === undefined && after[place]!.of === after[place - 1]!.of) owners[place] = owners[place - 1]
  for (let place = owners.length - 2; place >= 0; place--)
    if (owners[place] === undefined && after[place]!.of === after[place + 1]!.of) owners[place] = owners[place + 1]
  return owners
}
