import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { quantile } from '../../../bench/question.ts'
import { serving } from '../../support/process.ts'
import { until } from '../../support/until.ts'
import type { Fault } from '../fault.ts'
import { judged, openPublication, type Publication, posting } from '../publication.ts'
import type { Order, Tally, Told } from './crowd.ts'

const CONNECTIONS = 64
const TIMES = 10
/** @NOTE a crowd that shares the processors with the server may fall a little short of what it was told. */
const TIMES_AT_LEAST = 9
const MOST_MB = 512
const SLOWEST_MS = 1_000
const RECOVERED_WITHIN_MS = 5_000
const SERVED_AGAIN = 20
const SHARE_OF_LOAD = 6
const LONGEST_MS = 600_000

/** Ten times as many ask as the server can serve, for a minute: it serves on, and tells the others when to come back. */
export const overload: Fault = {
  name: 'overload: ten times what the server bears',
  async run({ open, seconds }) {
    await using publication = await openPublication(await open())
    const server = await serving(publication.environment, LONGEST_MS)
    const calm = Math.max(1, seconds / SHARE_OF_LOAD)
    await crowd(publication, { connections: CONNECTIONS }, calm / 2)
    const borne = await crowd(publication, { connections: CONNECTIONS }, calm)
    const bears = borne.servedMs.length / borne.seconds
    const { tally, recoveredMs, since } = await overrun(publication, bears * TIMES, seconds)
    const mostMb = highestMb(server.pid)
    await server[Symbol.asyncDispose]()
    const acknowledged = [...borne.acknowledged, ...tally.acknowledged, ...since]
    const verdict = await judged(publication, acknowledged)
    const rate = tally.sent / tally.seconds
    const slowestMs = quantile(tally.servedMs, 0.99)
    const served = tally.servedMs.length
    const others = [...tally.others].map(
      ([status, count]) => `${count} were ${OTHERWISE[status] ?? `answered ${status}`}`,
    )
    return {
      done: [
        `${whole(bears)} a second are borne (half post, half read); ${whole(rate)} a second came for ${whole(tally.seconds)} s (${(rate / bears).toFixed(1)} times as many): ${served} were served, p99 ${whole(slowestMs)} ms, ${tally.turnedAwayMs.length} told to come back, p99 ${whole(quantile(tally.turnedAwayMs, 0.99))} ms`,
        `at most ${mostMb} MB`,
        `as before after ${whole(recoveredMs)} ms`,
        `${acknowledged.length} comments answered for`,
      ].join('; '),
      wrong: [
        ...(rate < bears * TIMES_AT_LEAST ? [`only ${(rate / bears).toFixed(1)} times as many came`] : []),
        ...(served === 0 ? ['nobody was served'] : []),
        ...(slowestMs > SLOWEST_MS ? [`p99 of those who were served is ${whole(slowestMs)} ms`] : []),
        ...(tally.turnedAwayMs.length === 0 ? ['nobody was told to come back'] : []),
        ...(tally.untold > 0 ? [`${tally.untold} were not told when to come back`] : []),
        ...(mostMb > MOST_MB ? [`it held ${mostMb} MB`] : []),
        ...(recoveredMs > RECOVERED_WITHIN_MS ? [`as before only after ${whole(recoveredMs)} ms`] : []),
        ...others,
        ...verdict.wrong,
      ],
      control: verdict.control,
    }
  },
}

const OTHERWISE: Readonly<Record<number, string>> = {
  0: 'cut off',
  [-1]: 'kept out, as too many connections were open',
}

/** Lets them come, and sees how soon after the last of them people are served one after the other again. */
async function overrun(publication: Publication, perSecond: number, seconds: number) {
  const { isOver, tally } = crowdOf(publication, { perSecond }, seconds)
  await isOver
  const over = performance.now()
  const people = posting(publication)
  await until(() => people.acknowledged.length >= SERVED_AGAIN)
  const recoveredMs = performance.now() - over
  await people.stop()
  return { tally: await tally, recoveredMs, since: people.acknowledged }
}

function crowd(publication: Publication, asks: Order['asks'], seconds: number): Promise<Tally> {
  return crowdOf(publication, asks, seconds).tally
}

/** Lets them begin; settles once when nobody begins any more, and once when all have been answered. */
function crowdOf({ origin, articleId, people, cookies }: Publication, asks: Order['asks'], seconds: number) {
  const pages = people.map((id) => `/people/${id}`)
  const order: Order = { port: Number(new URL(origin).port), origin, articleId, pages, cookies, seconds, asks }
  const worker = new Worker(new URL('./crowd.ts', import.meta.url), { workerData: order })
  const [isOver, tally] = [Promise.withResolvers<void>(), Promise.withResolvers<Tally>()]
  worker.on('message', (told: Told) => (told === 'over' ? isOver.resolve() : tally.resolve(told)))
  worker.on('error', (error) => {
    isOver.reject(error)
    tally.reject(error)
  })
  return { isOver: isOver.promise, tally: tally.promise }
}

/** The most memory that a process has had; nothing is said of it elsewhere than on Linux. */
function highestMb(pid: number): number {
  if (process.platform !== 'linux') return 0
  const [, kb] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kb) / 1024)
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
