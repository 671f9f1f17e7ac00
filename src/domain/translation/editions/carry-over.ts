import { createRequire } from 'node:module'
import type { diffArrays } from 'diff'
import { lazy } from '../../../kit/lazy.ts'
import { likeness, twos } from './likeness.ts'

const require = createRequire(import.meta.url)
const library = lazy((): { diffArrays: typeof diffArrays } => require('diff'))

/** What became of one of the paragraphs that were there. */
export interface Carried {
  /** The present paragraphs in which its words stand, by their numbers; none where they have gone. */
  blocks: number[]
  /** Its words as they stand now. */
  now: string
  /** Whether they are the same, wherever they have moved and however they are split or joined. */
  isSame: boolean
}

/** Finds the paragraphs that were there before in a text as it stands now; `added` are the present ones that hold none of them. */
export function carryOver(
  before: readonly string[],
  now: readonly string[],
): { paragraphs: Carried[]; added: number[] } {
  const [were, are] = [before.map(wordsOf), now.map(wordsOf)]
  const carried: (Carried | undefined)[] = before.map(() => undefined)
  const isTaken = now.map(() => false)
  const take = (index: number, blocks: number[], text: string, isSame: boolean) => {
    carried[index] = { blocks, now: text, isSame }
    for (const block of blocks) isTaken[block] = true
  }
  const left = () => [open(carried, (one) => one === undefined), open(isTaken, (one) => !one)] as const

  for (const [index, block] of unmoved(were, are)) take(index, [block], now[block]!, true)
  for (const [index, block] of moved(were, are, ...left())) take(index, [block], now[block]!, true)
  for (const [index, blocks] of pieced(were, are, ...left())) take(index, blocks, textOf(blocks, now), true)
  for (const [block, indexes] of pieced(are, were, ...swapped(left())))
    for (const index of indexes) take(index, [block], partOf(block, index, indexes), true)
  for (const cluster of rebounded(were, are, ...left()))
    for (const { index, ...found } of compared(cluster, were, are, now))
      take(index, found.blocks, found.now, found.isSame)
  for (const cluster of alike(were, are, ...left()))
    for (const { index, ...found } of compared(cluster, were, are, now))
      take(index, found.blocks, found.now, found.isSame)
  for (const [index, block] of inPlace(carried, isTaken)) take(index, [block], now[block]!, false)

  const gone: Carried = { blocks: [], now: '', isSame: false }
  return { paragraphs: carried.map((one) => one ?? gone), added: open(isTaken, (one) => !one) }

  /** Which of a joined paragraph's words are one's own. */
  function partOf(block: number, index: number, indexes: readonly number[]): string {
    const words = are[block]!
    const start = indexes.slice(0, indexes.indexOf(index)).reduce((sum, one) => sum + were[one]!.length, 0)
    return slice(now[block]!, words, start, start + were[index]!.length)
  }
}

interface Word {
  text: string
  start: number
  end: number
}

type Words = readonly Word[]

/** @NOTE the sign before each line of a quotation is none of its words. */
function wordsOf(text: string): Words {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index: start }) => {
    const isSign = /^>+$/.test(word) && /^[>\s]*$/.test(text.slice(text.lastIndexOf('\n', start) + 1, start))
    return isSign ? [] : [{ text: word, start, end: start + word.length }]
  })
}

function textsOf(words: Words): string[] {
  return words.map(({ text }) => text)
}

function keyOf(words: Words): string {
  return words.map(({ text }) => `${text} `).join('')
}

function slice(text: string, words: Words, from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]]
  return first && last ? text.slice(first.start, last.end) : ''
}

function textOf(blocks: readonly number[], now: readonly string[]): string {
  return blocks.map((block) => now[block]).join('\n\n')
}

function open<T>(list: readonly T[], isOpen: (one: T) => boolean): number[] {
  return list.flatMap((one, index) => (isOpen(one) ? [index] : []))
}

function swapped<A, B>([a, b]: readonly [A, B]): [B, A] {
  return [b, a]
}

/** Those that stand in the same order. */
function unmoved(were: readonly Words[], are: readonly Words[]): [index: number, block: number][] {
  const pairs: [number, number][] = []
  let [index, block] = [0, 0]
  for (const part of library().diffArrays(were.map(keyOf), are.map(keyOf))) {
    if (part.removed) index += part.count
    else if (part.added) block += part.count
    else for (let each = 0; each < part.count; each++) pairs.push([index++, block++])
  }
  return pairs
}

/** Those whose words stand whole in another place. */
function moved(were: readonly Words[], are: readonly Words[], indexes: number[], blocks: number[]) {
  const free = Map.groupBy(blocks, (block) => keyOf(are[block]!))
  return indexes.flatMap((index): [number, number][] => {
    const block = free.get(keyOf(were[index]!))?.shift()
    return block === undefined ? [] : [[index, block]]
  })
}

/** Those of one side that are made of several of the other, one behind the other. */
function pieced(wholes: readonly Words[], pieces: readonly Words[], from: readonly number[], of: readonly number[]) {
  const byFirst = Map.groupBy(
    of.filter((piece) => pieces[piece]!.length > 0),
    (piece) => pieces[piece]![0]!.text,
  )
  const used = new Set<number>()
  return from.flatMap((whole): [number, number[]][] => {
    const found = filledWith(wholes[whole]!, pieces, byFirst, used)
    if (!found || found.length < 2) return []
    for (const piece of found) used.add(piece)
    return [[whole, found]]
  })
}

function filledWith(
  words: Words,
  pieces: readonly Words[],
  byFirst: ReadonlyMap<string, readonly number[]>,
  used: ReadonlySet<number>,
): number[] | undefined {
  const found: number[] = []
  for (let at = 0; at < words.length; ) {
    const fitting = (byFirst.get(words[at]!.text) ?? []).filter(
      (piece) => !used.has(piece) && !found.includes(piece) && standsAt(words, at, pieces[piece]!),
    )
    const last = found.at(-1)
    const next = fitting.find((piece) => last !== undefined && piece === last + 1) ?? longest(fitting, pieces)
    if (next === undefined) return
    found.push(next)
    at += pieces[next]!.length
  }
  return found
}

function standsAt(words: Words, at: number, piece: Words): boolean {
  return piece.every(({ text }, index) => words[at + index]?.text === text)
}

function longest(fitting: readonly number[], pieces: readonly Words[]): number | undefined {
  return fitting.toSorted((a, b) => pieces[b]!.length - pieces[a]!.length)[0]
}

interface Cluster {
  indexes: number[]
  blocks: number[]
}

/** Runs of paragraphs that hold the same words one behind the other, with other bounds between them. */
function rebounded(were: readonly Words[], are: readonly Words[], indexes: number[], blocks: number[]): Cluster[] {
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
function alike(were: readonly Words[], are: readonly Words[], indexes: number[], blocks: number[]): Cluster[] {
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
function compared(
  { indexes, blocks }: Cluster,
  were: readonly Words[],
  are: readonly Words[],
  now: readonly string[],
): Compared[] {
  const before = indexes.flatMap((index) => were[index]!.map(({ text }, at) => ({ text, of: index, at })))
  const after = blocks.flatMap((block) => are[block]!.map(({ text }, at) => ({ text, of: block, at })))
  const parts = library().diffArrays(
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

/** One that has nothing in common with what stands alone in its place has become that. */
function inPlace(
  carried: readonly (Carried | undefined)[],
  isTaken: readonly boolean[],
): [index: number, block: number][] {
  return carried.flatMap((one, index): [number, number][] => {
    if (one) return []
    const before = index === 0 ? -1 : carried[index - 1]?.blocks.at(-1)
    const after = index === carried.length - 1 ? isTaken.length : carried[index + 1]?.blocks[0]
    const isAlone = before !== undefined && after === before + 2 && isTaken[before + 1] === false
    return isAlone ? [[index, before + 1]] : []
  })
}
