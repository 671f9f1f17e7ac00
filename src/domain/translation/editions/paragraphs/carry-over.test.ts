import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomBetween } from '../../../../../test/support/chance.ts'
import { carryOver } from './carry-over.ts'

const EDITS = 1_000

test(`of ${EDITS} random edits exactly the paragraphs concerned are marked, as a plain check by each word's origin says`, () => {
  for (let edit = 0; edit < EDITS; edit++) {
    const before = someText()
    const { blocks, told } = edited(before)
    const now = blocks.map(textOf)
    const { paragraphs, added } = carryOver(before.map(textOf), now)
    const found = {
      marked: paragraphs.flatMap(({ isSame }, index) => (isSame ? [] : [index])),
      concerned: unique([...added, ...paragraphs.flatMap((one) => (one.isSame ? [] : one.blocks))]),
    }
    assert.deepEqual(
      found,
      plainly(before, blocks),
      `edit ${edit}, ${told}:\n${before.map(textOf).join('\n')}\n--\n${now.join('\n')}`,
    )
    paragraphs.forEach((one, index) => {
      if (one.isSame) assert.equal(flat(one.now), flat(textOf(before[index]!)), `edit ${edit}`)
    })
  }
})

test('what was moved, split, joined or cut elsewhere marks nothing, and one word that changed marks its paragraph', () => {
  const [ferry, road, market] = [
    'The ferry leaves at nine and comes back at ten.',
    'The road is closed. Nobody said why.',
    'The market opens.',
  ]
  const same = (now: string[]) => carryOver([ferry, road, market], now).paragraphs.map(({ isSame }) => isSame)
  assert.deepEqual(same([market, ferry, road]), [true, true, true])
  assert.deepEqual(same([ferry, 'The road is closed.', 'Nobody said why.', market]), [true, true, true])
  assert.deepEqual(same([`${ferry} ${road}`, market]), [true, true, true])
  assert.deepEqual(same([market, `${ferry} The road is`, 'closed. Nobody said why.']), [true, true, true])
  assert.deepEqual(same([ferry.replace('nine', 'ten'), road, market]), [false, true, true])
  const joined = carryOver([ferry, road], [`${ferry} ${road.replace('closed', 'open')}`])
  assert.deepEqual(
    joined.paragraphs.map(({ isSame, now }) => [isSame, now]),
    [
      [true, ferry],
      [false, 'The road is open. Nobody said why.'],
    ],
  )
  const gone = carryOver([ferry, road], [ferry, 'Something of which nobody spoke before.', road])
  assert.deepEqual([gone.added, gone.paragraphs.map(({ isSame }) => isSame)], [[1], [true, true]])
  assert.deepEqual(carryOver(['> One.\n>\n> Two.'], ['> One.', '> Two.']).paragraphs[0]!.isSame, true)
})

/** A word, and which paragraph it comes from; nobody's where an edit brought it. */
interface Word {
  text: string
  from: number | null
}

type Block = Word[]

const COMMON = 'the of and to in a that is was for on with by as at it'.split(' ')
let news = 0

function word(): string {
  return randomBetween(0, 3) === 0 ? COMMON[randomBetween(0, COMMON.length)]! : `w${randomBetween(0, 4_000)}`
}

function someText(): Block[] {
  return Array.from({ length: randomBetween(3, 26) }, (_, from) => {
    const length = randomBetween(0, 6) === 0 ? randomBetween(1, 4) : randomBetween(8, 60)
    return Array.from({ length }, (_, at) => ({ text: at === 0 ? `First${from}` : word(), from }))
  })
}

function fresh(count: number): Word[] {
  return Array.from({ length: count }, () => ({ text: `n${news++}`, from: null }))
}

/** One to four things are done, each at a place of its own. */
function edited(before: readonly Block[]): { blocks: Block[]; told: string } {
  const blocks = before.map((block) => [...block])
  const told: string[] = []
  const untouched = new Set(blocks)
  const pick = (isFit: (block: Block, at: number) => boolean) => {
    const fitting = [...blocks.keys()].filter((at) => untouched.has(blocks[at]!) && isFit(blocks[at]!, at))
    return fitting.length > 0 ? fitting[randomBetween(0, fitting.length)]! : undefined
  }
  for (let count = randomBetween(1, 5); count > 0; count--) {
    const [name, act] = ACTS[randomBetween(0, ACTS.length)]!
    const isPair = ['join', 'join and change', 'shift'].includes(name)
    const at = pick((block, at) => {
      const next = blocks[at + 1]
      return block.length >= 12 && (!isPair || (next !== undefined && untouched.has(next) && next.length >= 12))
    })
    if (at === undefined) continue
    const touched = act(blocks, at)
    for (const block of touched) untouched.delete(block)
    told.push(`${name} ${at}`)
  }
  return { blocks, told: told.join(', ') }
}

type Act = (blocks: Block[], at: number) => Block[]

/** Each says which of the blocks that are there now nobody else may touch. */
const ACTS: readonly (readonly [string, Act])[] = [
  ['change', (blocks, at) => [change(blocks[at]!)]],
  ['insert words', (blocks, at) => [spliced(blocks[at]!, randomBetween(0, blocks[at]!.length + 1), 0, fresh(3))]],
  ['leave words out', (blocks, at) => [spliced(blocks[at]!, randomBetween(0, blocks[at]!.length - 2), 2, [])]],
  ['move', (blocks, at) => [moved(blocks, at)]],
  ['change and move', (blocks, at) => [change(moved(blocks, at))]],
  ['split', (blocks, at) => split(blocks, at)],
  ['split and change', (blocks, at) => split(blocks, at).map((half, index) => (index === 1 ? change(half) : half))],
  ['join', (blocks, at) => [join(blocks, at)]],
  ['join and change', (blocks, at) => [change(join(blocks, at))]],
  ['shift', (blocks, at) => [shifted(blocks, at), blocks[at + 1]!]],
  ['insert', (blocks, at) => inserted(blocks, at)],
  ['delete', (blocks, at) => blocks.splice(at, 1)],
]

function spliced(block: Block, at: number, count: number, words: Word[]): Block {
  block.splice(at, count, ...words)
  return block
}

/** The first words of the next become the last of this. */
function shifted(blocks: Block[], at: number): Block {
  blocks[at]!.push(...blocks[at + 1]!.splice(0, 4))
  return blocks[at]!
}

function inserted(blocks: Block[], at: number): Block[] {
  const block = fresh(randomBetween(5, 30))
  blocks.splice(at, 0, block)
  return [block, blocks[at + 1]!]
}

function change(block: Block): Block {
  for (let count = randomBetween(1, 4); count > 0; count--) block.splice(randomBetween(0, block.length), 1, ...fresh(1))
  return block
}

function moved(blocks: Block[], at: number): Block {
  const [block] = blocks.splice(at, 1)
  blocks.splice(randomBetween(0, blocks.length + 1), 0, block!)
  return block!
}

function split(blocks: Block[], at: number): [Block, Block] {
  const rest = blocks[at]!.splice(randomBetween(4, blocks[at]!.length - 4))
  blocks.splice(at + 1, 0, rest)
  return [blocks[at]!, rest]
}

function join(blocks: Block[], at: number): Block {
  const [next] = blocks.splice(at + 1, 1)
  blocks[at]!.push(...next!)
  return blocks[at]!
}

/** The same, slowly: a paragraph is the same where all of its words are there and none that is new stands next to them in one paragraph. */
function plainly(before: readonly Block[], blocks: readonly Block[]) {
  const marked = before.flatMap((block, index) => {
    const left = blocks.flat().filter(({ from }) => from === index)
    const isHit = blocks.some((now) => now.some((one, at) => one.from === null && ownerOf(now, at) === index))
    return left.length === block.length && !isHit ? [] : [index]
  })
  const concerned = blocks.flatMap((now, at) =>
    now.every(({ from }) => from === null) || now.some(({ from }) => from !== null && marked.includes(from))
      ? [at]
      : [],
  )
  return { marked, concerned }
}

function ownerOf(block: Block, at: number): number | null {
  const before = block.slice(0, at).findLast(({ from }) => from !== null)
  return (before ?? block.slice(at).find(({ from }) => from !== null))?.from ?? null
}

function textOf(block: readonly Word[]): string {
  return block.map(({ text }) => text).join(' ')
}

function flat(text: string): string {
  return text.split(/\s+/).join(' ')
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}
