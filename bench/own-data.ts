import { askForErasure, LEAVINGS, type Leaving, type Person } from '../src/domain/people/index.ts'
import type { Parley } from '../src/parley.ts'
import type { AnyTables, Store } from '../src/store/index.ts'
import { loading } from './load.ts'
import type { Place } from './places.ts'
import { memoryOf } from './processes.ts'
import { atLeast, atMost, type Figure, justSaid, type Run, round } from './question.ts'
import { serve } from './server.ts'
import { opened } from './stock.ts'

const MOST_MB = 64
const MOST_STEP_MS = 50
const RATE = 0.8
const LOOK_MS = 20
/** So long at least pages are asked for meanwhile. */
const SECONDS = 6

/** What does it cost to take everything along that one wrote, and to be erased with it? */
export async function ownData(run: Run): Promise<Figure[]> {
  return [...(await archived(run)), ...(await stepped(run)), ...(await whilstErased(run))]
}

/** How much memory does the server take beside what it has, while somebody takes their copy along? */
async function archived({ stock }: Run): Promise<Figure[]> {
  const place = await stock.fresh()
  const comments = await opened(place, giveAll)
  const server = await serve(place)
  const headers = { cookie: stock.cookies[0]! }
  await fetch(`${server.origin}/me`, { headers })
  const before = memoryOf(server.pid)
  let most = before
  const looking = setInterval(() => {
    most = Math.max(most, memoryOf(server.pid))
  }, LOOK_MS)
  const begun = performance.now()
  const bytes = await read(await fetch(`${server.origin}/me/data`, { headers }))
  const seconds = (performance.now() - begun) / 1_000
  clearInterval(looking)
  await server.stop()
  return [
    atMost(`memory for the copy of a person with ${comments} comments`, (most - before) / 1e6, 'MB', MOST_MB, ''),
    justSaid('the copy', `${round(bytes / 1e6)} MB in ${round(seconds)} s`),
  ]
}

/** How long does a step of an erasure keep those waiting who write? */
async function stepped({ stock, say }: Run): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const leaves of LEAVINGS) {
    const place = await stock.fresh()
    const comments = await opened(place, giveAll)
    const steps: number[] = []
    const begun = performance.now()
    await opened(place, async ({ store, jobs }) => {
      const { id, createdAt } = (await authorIn(store))!
      const keep = async (stepMs: number) => void steps.push(stepMs)
      await jobs.erasing(keep)(store, { personId: id, joinedAt: createdAt, leaves, at: Date.now() })
    })
    const seconds = (performance.now() - begun) / 1_000
    say(
      `${leaves}: ${steps.length} steps, the longest ${steps
        .toSorted((a, b) => b - a)
        .slice(0, 5)
        .map(Math.round)} ms`,
    )
    const what = `the longest of ${steps.length} steps that erase ${comments} comments (${leaves})`
    figures.push(atMost(what, Math.max(...steps), 'ms', MOST_STEP_MS, `${round(seconds)} s without rests`))
  }
  return figures
}

/** How fast are pages while somebody is erased who wrote them? */
async function whilstErased({ stock, seconds: given }: Run): Promise<Figure[]> {
  const figures: Figure[] = []
  const seconds = Math.max(given, SECONDS)
  for (const leaves of LEAVINGS) {
    const place = await stock.fresh()
    const [, , { path }] = stock.natural
    await opened(place, giveAll)
    const idle = await rateOf(place, path, seconds)
    await opened(place, (parley) => demand(parley, leaves))
    const busy = await rateOf(place, path, seconds)
    const what = `article page while its author is erased (${leaves})`
    const beside = `${round(idle.perSecond)} /s otherwise`
    figures.push(atLeast(what, `${round(busy.perSecond)} /s`, beside, busy.perSecond / idle.perSecond, RATE))
  }
  return figures
}

async function rateOf(place: Place, path: string, seconds: number) {
  const server = await serve(place)
  await loading({ port: server.port, path })(1)
  const rate = await loading({ port: server.port, path })(seconds)
  await server.stop()
  return rate
}

const NAME = 'Writer 1 of the bench'

/** Whoever is signed in by the first cookies, while they are there. */
function authorIn(store: Store): Promise<Person | undefined> {
  const people = store.look<{ person: Person }>().selectFrom('person').selectAll()
  return people.where('name', '=', NAME).executeTakeFirst()
}

/** Makes them the author of the largest discussion; answers how many comments that are. */
async function giveAll({ store }: Parley): Promise<number> {
  const author = (await authorIn(store))!
  const { value } = await store.write(async (tx) => {
    const discussions = tx.look<AnyTables>().selectFrom('discussion').select(['articleId', 'total'])
    const largest = await discussions.orderBy('total', 'desc').limit(1).executeTakeFirstOrThrow()
    const comments = tx.change<AnyTables>().updateTable('comment').set({ authorId: author.id })
    await comments.where('articleId', '=', largest.articleId!).execute()
    return Number(largest.total)
  })
  return value
}

/** Demands an erasure that is due. */
async function demand({ store }: Parley, leaves: Leaving) {
  const { id } = (await authorIn(store))!
  const at = Date.now() - 4 * 24 * 60 * 60_000
  await store.write(async (tx) => {
    await askForErasure(tx, { id, roles: [] }, { leaves, language: 'en' as never, at })
    await tx.change<AnyTables>().updateTable('erasureRequest').set({ toldAt: at }).execute()
  })
}

/** Takes an answer without keeping it; answers how long it was. */
async function read(answer: Response): Promise<number> {
  if (answer.status !== 200) throw new Error(`The copy was answered with ${answer.status}.`)
  let bytes = 0
  for await (const chunk of answer.body!) bytes += chunk.length
  return bytes
}
