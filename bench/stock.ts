import { articleByKey } from '../src/domain/articles/index.ts'
import { sayAdmission } from '../src/domain/moderation/index.ts'
import type { Shape } from '../src/exchange/generated/index.ts'
import { buildParley, type Parley, READERS } from '../src/parley.ts'
import { type AnyTables, latestSeq, openDatabase, readOn, Store } from '../src/store/index.ts'
import { signIn } from './people.ts'
import { databaseOf, type Place, type Places } from './places.ts'
import { parley } from './processes.ts'
import { SECRET, settings } from './server.ts'

const PEOPLE = 8

/** An article with so many comments. */
export interface Stocked {
  id: number
  comments: number
  shape: Shape
  /** The path of its page. */
  path: string
}

export type Shaped = Omit<Stocked, 'id'>

/** Publications that were generated once in this run; every question gets a copy of its own. Star and chain are as large as `whole`. */
export interface Stock {
  /** The sizes of the natural discussions, smallest first; all three stand in each copy. */
  sizes: readonly [number, number, number]
  natural: readonly [Stocked, Stocked, Stocked]
  star: Shaped
  chain: Shaped
  /** What people who are signed in wherever the natural discussions stand send along. */
  cookies: readonly string[]
  /** A place of its own with the natural discussions. */
  fresh(): Promise<Place>
  /** A place of its own with the star and the chain. */
  freshShapes(): Promise<Place>
  /** A place with nothing in it. */
  empty(): Promise<Place>
  /** A folder for whatever else there is. */
  folder(): string
  close(): void
}

export async function createStock(
  places: Places,
  sizes: Stock['sizes'],
  whole: number,
  { isIndexed, say }: { isIndexed: boolean; say(line: string): void },
): Promise<Stock> {
  const natural = await places.empty()
  if (!isIndexed) await opened(natural, settle)
  for (const [index, size] of sizes.entries()) {
    const start = performance.now()
    await generate(natural, size, 'natural', index + 1)
    const seconds = (performance.now() - start) / 1000
    say(`generated ${size} comments in ${seconds.toFixed(1)} s`)
  }

  const { articles, cookies } = await opened(natural, (parley) => madeReady(parley, sizes))
  await (isIndexed ? opened(natural, settle) : takeForSettled(natural))

  let shapes: Place | undefined
  return {
    sizes,
    natural: articles,
    star: shaped(whole, 'star', 1),
    chain: shaped(whole, 'chain', 1),
    cookies,
    fresh: () => places.copyOf(natural),
    async freshShapes() {
      if (!shapes) {
        shapes = await places.empty()
        await opened(shapes, settle)
        await generate(shapes, whole, 'star', 1)
        await generate(shapes, whole, 'chain', 1)
        await takeForSettled(shapes)
      }
      return places.copyOf(shapes)
    },
    empty: places.empty,
    folder: places.folder,
    close: places.close,
  }
}

/** Nobody who writes is told to wait. */
const WITHOUT_PACE = { personMinute: 0, personHour: 0, networkMinute: 0, networkHour: 0, repeatedHours: 0 }

/** Signs people in, and finds the articles. */
async function madeReady(parley: Parley, sizes: Stock['sizes']) {
  const { store } = parley
  const cookies = await signIn(parley, PEOPLE)
  const saying = { sectionId: null, said: WITHOUT_PACE, byId: null, at: Date.now() }
  await store.write((tx) => sayAdmission(tx, saying))
  const article = async (index: 0 | 1 | 2): Promise<Stocked> => {
    const made = shaped(sizes[index], 'natural', index + 1)
    const { id } = (await articleByKey(store, made.path.replace('/en/', '')))!
    return { ...made, id }
  }
  const articles: Stock['natural'] = [await article(0), await article(1), await article(2)]
  return { cookies, articles }
}

/** Lets the search index of a publication read on to the end. */
export function settled(place: Place): Promise<void> {
  return opened(place, settle)
}

/** Lets the search index read on to the end, as it has on a server that has run for a while. */
async function settle({ store, jobs: { readers } }: Parley) {
  for (const reader of readers) while (await readOn(store, reader));
}

/** Does something to a publication past any server. */
export async function opened<T>(place: Place, work: (parley: Parley) => Promise<T>): Promise<T> {
  const { folder } = place
  const folders = { mediaFolder: `${folder}/media`, mailFolder: `${folder}/mail` }
  const options = { origin: 'http://127.0.0.1', secret: SECRET, ...folders }
  const parley = await buildParley(await openDatabase(databaseOf(place)), options)
  const done = await work(parley)
  await parley.close()
  return done
}

/** @NOTE to index millions of comments takes minutes; nobody searches here, and a server that reads on does so on the side of what is measured. */
async function takeForSettled(place: Place) {
  const database = await openDatabase(databaseOf(place))
  await new Store(database).write(async (tx) => {
    const settled = { seq: await latestSeq(tx), state: null }
    for (const { name } of READERS) {
      const cursors = tx
        .change<AnyTables>()
        .insertInto('journalCursor')
        .values({ name, ...settled })
      await cursors.onConflict((c) => c.column('name').doUpdateSet(settled)).execute()
    }
  })
  await database.close()
}

function generate(place: Place, comments: number, shape: Shape, seed: number) {
  const order = ['generate', '--comments', String(comments), '--shape', shape, '--seed', String(seed)]
  return parley(settings(place), ...order)
}

function shaped(comments: number, shape: Shape, seed: number): Shaped {
  return { comments, shape, path: `/en/generated-${shape}-${seed}-1` }
}
