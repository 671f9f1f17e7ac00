import type { Carried } from './carried.ts'
import { alike, rebounded } from './clusters.ts'
import { slice, wordsOf } from './paragraph-words.ts'
import { moved, pieced, unmoved } from './whole-paragraphs.ts'
import { compared } from './word-by-word.ts'

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

function textOf(blocks: readonly number[], now: readonly string[]): string {
  return blocks.map((block) => now[block]).join('\n\n')
}

function open<T>(list: readonly T[], isOpen: (one: T) => boolean): number[] {
  return list.flatMap((one, index) => (isOpen(one) ? [index] : []))
}

function swapped<A, B>([a, b]: readonly [A, B]): [B, A] {
  return [b, a]
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
