import { differences } from './differences.ts'
import { keyOf, type Words } from './paragraph-words.ts'

/** Those that stand in the same order. */
export function unmoved(were: readonly Words[], are: readonly Words[]): [index: number, block: number][] {
  const pairs: [number, number][] = []
  let [index, block] = [0, 0]
  for (const part of differences()(were.map(keyOf), are.map(keyOf))) {
    if (part.removed) index += part.count
    else if (part.added) block += part.count
    else for (let each = 0; each < part.count; each++) pairs.push([index++, block++])
  }
  return pairs
}

/** Those whose words stand whole in another place. */
export function moved(were: readonly Words[], are: readonly Words[], indexes: number[], blocks: number[]) {
  const free = Map.groupBy(blocks, (block) => keyOf(are[block]!))
  return indexes.flatMap((index): [number, number][] => {
    const block = free.get(keyOf(were[index]!))?.shift()
    return block === undefined ? [] : [[index, block]]
  })
}

/** Those of one side that are made of several of the other, one behind the other. */
export function pieced(
  wholes: readonly Words[],
  pieces: readonly Words[],
  from: readonly number[],
  of: readonly number[],
) {
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
