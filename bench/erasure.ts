import { askForErasure, LEAVINGS, type Leaving } from '../src/domain/people/index.ts'
import type { Parley } from '../src/parley.ts'
import { type AnyTables, openDatabase, Store } from '../src/store/index.ts'
import { authorIn, givesAll, largeDiscussion } from './large-author.ts'
import { loading } from './load.ts'
import { databaseOf, type Place } from './places.ts'
import { processorMsOf } from './processes.ts'
import { atLeast, atMost, type Figure, median, type Run, round } from './question.ts'
import { type Served, serve } from './server.ts'
import { opened, type Stock, type Stocked } from './stock.ts'
import { inTurns, ratioOf } from './turns.ts'

const MOST_STEP_MS = 50
const RATE = 0.8
/** So often the same is erased, each time from a copy of its own: what a machine is busy with otherwise does not strike one step twice. */
const TIMES = 2
const SHORTEST_SECONDS = 6
const DAY_MS = 24 * 60 * 60_000

/** How long do others wait for an erasure, and what does it leave readers of their pages? */
export async function erasure(run: Run): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const leaves of LEAVINGS) figures.push(await stepped(run, leaves))
  for (const leaves of LEAVINGS) figures.push(...(await whilstErased(run, leaves)))
  return figures
}

/** How long does a step of an erasure keep those waiting who write? */
async function stepped({ stock, say }: Run, leaves: Leaving): Promise<Figure> {
  const runs: number[][] = []
  for (let time = 0; time < TIMES; time++) runs.push(await stepsOf(stock, leaves))
  const steps = runs[0]!.map((_, step) => Math.min(...runs.map((one) => one[step] ?? Number.POSITIVE_INFINITY)))
  const slowest = steps.toSorted((a, b) => b - a).slice(0, 5)
  say(
    `${leaves}: ${steps.length} steps, the longest ${slowest.map(Math.round)} ms, ${round(median(steps))} ms in the middle`,
  )
  const what = `the longest of ${round(steps.length)} steps that erase ${round(largeDiscussion(stock).comments)} comments (${leaves})`
  const seconds = steps.reduce((sum, ms) => sum + ms, 0) / 1_000
  return atMost(what, slowest[0]!, 'ms', MOST_STEP_MS, `${round(seconds)} s without rests`)
}

async function stepsOf(stock: Stock, leaves: Leaving): Promise<number[]> {
  const place = await stock.fresh()
  await opened(place, givesAll(largeDiscussion(stock)))
  return opened(place, async ({ store, jobs }) => {
    const { id, createdAt } = (await authorIn(store))!
    const steps: number[] = []
    const keep = async (stepMs: number) => void steps.push(stepMs)
    await jobs.erasing(keep)(store, { personId: id, joinedAt: createdAt, leaves, at: Date.now() })
    return steps
  })
}

/** How fast is a page while somebody is erased who wrote it all, beside one of whom nobody is? */
async function whilstErased({ stock, seconds }: Run, leaves: Leaving): Promise<Figure[]> {
  const discussion = largeDiscussion(stock)
  const [quiet, erased] = [await stock.fresh(), await stock.fresh()]
  for (const place of [quiet, erased]) await opened(place, givesAll(discussion))
  await opened(erased, (parley) => demand(parley, leaves))
  const [calm, busy] = [await serve(quiet), await serve(erased)]
  busy.pause()
  const worked = { calm: counted(calm, discussion), busy: counted(busy, discussion) }
  const rates = await inTurns(Math.max(seconds, SHORTEST_SECONDS), {
    calm: worked.calm.turn,
    busy: async (lasting) => {
      busy.resume()
      const rate = await worked.busy.turn(lasting)
      busy.pause()
      return rate
    },
  })
  busy.resume()
  await busy.stop()
  await calm.stop()
  await mustGoOn(erased)
  const beside = `${round(rates.calm.perSecond)} /s otherwise`
  const what = `article page while its author is erased (${leaves})`
  const byProcessor = worked.busy.perSecond() / worked.calm.perSecond()
  return [
    atLeast(what, `${round(rates.busy.perSecond)} /s`, beside, ratioOf(rates.busy, rates.calm, 'perSecond'), RATE),
    atLeast(
      `${what}: of a second of the server's processor time`,
      round(worked.busy.perSecond()),
      `${round(worked.calm.perSecond())} otherwise`,
      byProcessor,
      RATE,
    ),
  ]
}

/** Loads a server, and counts how many pages it answers in a second in which a processor works for it, which does not go by what else the machine does. */
function counted({ port, pid }: Served, { path }: Stocked) {
  const sum = { pages: 0, ms: 0 }
  return {
    perSecond: () => (sum.pages * 1_000) / sum.ms,
    async turn(seconds: number) {
      const before = processorMsOf(pid)
      const rate = await loading({ port, path })(seconds)
      sum.ms += processorMsOf(pid) - before
      sum.pages += rate.perSecond * seconds
      return rate
    },
  }
}

/** Fails where nothing was left to erase before the last page was asked for. @NOTE Parley itself would end at its start what it has begun. */
async function mustGoOn(place: Place) {
  const database = await openDatabase(databaseOf(place))
  const author = await authorIn(new Store(database))
  await database.close()
  if (!author) throw new Error('The erasure was over before the load was.')
}

/** Demands an erasure that is due. */
async function demand({ store }: Parley, leaves: Leaving) {
  const { id } = (await authorIn(store))!
  const at = Date.now() - 4 * DAY_MS
  await store.write(async (tx) => {
    await askForErasure(tx, { id, roles: [] }, { leaves, language: 'en' as never, at })
    await tx.change<AnyTables>().updateTable('erasureRequest').set({ toldAt: at }).execute()
  })
}
