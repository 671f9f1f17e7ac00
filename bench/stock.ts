import { constants, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Shape } from '../src/exchange/generated/index.ts'
import { buildParley } from '../src/parley.ts'
import { openDatabase } from '../src/store/index.ts'
import { parley } from './processes.ts'
import { SECRET, settings } from './server.ts'

/** An article with so many comments. */
export interface Stocked {
  comments: number
  shape: Shape
  /** The path of its page. */
  path: string
}

/** Publications that were generated once in this run; every question gets a copy of its own. Star and chain are as large as `whole`. */
export interface Stock {
  /** The sizes of the natural discussions, smallest first; all three stand in each copy. */
  sizes: readonly [number, number, number]
  natural: readonly [Stocked, Stocked, Stocked]
  star: Stocked
  chain: Stocked
  /** A fresh data folder with the natural discussions. */
  fresh(): string
  /** A fresh data folder with the star and the chain. */
  freshShapes(): Promise<string>
  /** An empty data folder. */
  empty(): string
  /** Fills another database in the same way, up to the second size; in a quick run with the first alone. */
  fill(folder: string, database: string): Promise<void>
  close(): void
}

export async function createStock(sizes: Stock['sizes'], whole: number, say: (line: string) => void): Promise<Stock> {
  const home = mkdtempSync(path.join(tmpdir(), 'parley-bench-'))
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  let number = 0

  function empty() {
    const folder = path.join(home, String(++number))
    mkdirSync(folder)
    return folder
  }

  function copyOf(folder: string) {
    const copy = empty()
    cpSync(folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE })
    return copy
  }

  const natural = empty()
  for (const [index, size] of sizes.entries()) {
    const start = performance.now()
    await generate(natural, size, 'natural', index + 1)
    const seconds = (performance.now() - start) / 1000
    say(`generated ${size} comments in ${seconds.toFixed(1)} s`)
  }

  await settle(natural)
  say('everything can be searched')

  let shapes: string | undefined
  return {
    sizes,
    natural: [stocked(sizes[0], 'natural', 1), stocked(sizes[1], 'natural', 2), stocked(sizes[2], 'natural', 3)],
    star: stocked(whole, 'star', 1),
    chain: stocked(whole, 'chain', 1),
    fresh: () => copyOf(natural),
    async freshShapes() {
      if (!shapes) {
        shapes = empty()
        await settle(shapes)
        await generate(shapes, whole, 'star', 1)
        await generate(shapes, whole, 'chain', 1)
        takeForSettled(shapes)
      }
      return copyOf(shapes)
    },
    empty,
    async fill(folder, database) {
      await generate(folder, sizes[0], 'natural', 1, database)
      if (whole > sizes[1]) await generate(folder, sizes[1], 'natural', 2, database)
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** Lets the search index read on to the end, as it has on a server that has run for a while. */
async function settle(folder: string) {
  const options = { origin: 'http://127.0.0.1', secret: SECRET, mediaFolder: path.join(folder, 'media') }
  const mailFolder = path.join(folder, 'mail')
  const { search, tail, close } = await buildParley(await openDatabase(path.join(folder, 'parley.sqlite')), {
    ...options,
    mailFolder,
  })
  const indexer = search.follow(tail)
  await indexer.settled()
  await indexer.close()
  await close()
}

/** @NOTE two million more comments would take minutes to index; nobody searches here, and a server that reads on does so on the side of what is measured. */
function takeForSettled(folder: string) {
  const database = new DatabaseSync(path.join(folder, 'parley.sqlite'))
  database.exec('UPDATE "searchProgress" SET "seq" = (SELECT max("seq") FROM "journal")')
  database.close()
}

function generate(folder: string, comments: number, shape: Shape, seed: number, database?: string) {
  const order = ['generate', '--comments', String(comments), '--shape', shape, '--seed', String(seed)]
  return parley(settings(folder, database), ...order)
}

function stocked(comments: number, shape: Shape, seed: number): Stocked {
  return { comments, shape, path: `/en/generated-${shape}-${seed}-1` }
}
