import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { ClientOrder, PostOrder, Tally } from './client.ts'
import { installed } from './debian.ts'
import type { Turn } from './turns.ts'

export const CONNECTIONS = 64
export interface Load {
  port: number
  path: string
  seconds: number
  headers?: Record<string, string>
}

export interface Rate {
  perSecond: number
  p99Ms: number
}

/** Those who post are stopped by whoever started them; if that fails, after this. */
const LONGEST_SECONDS = 120

const wrk = await installed('wrk', 'wrk')

/** Who loads the servers, the same for all of them. */
export const loader = wrk ? 'wrk (Debian), 1 thread' : 'bench/client.ts in a worker'

/** Asks for one page over 64 connections, as fast as it is answered, for as long as the turn lasts. */
export function loading(order: Omit<Load, 'seconds'>): Turn {
  return (seconds) => (wrk ? byWrk : byOurselves)({ ...order, seconds })
}

/** A turn that lasts while others post; what they achieved is added to the tallies. */
export function whilst(posters: Posters, turn: Turn, tallies: Tally[]): Turn {
  return async (seconds) => {
    const { begun, done, stop } = client({ ...posters, seconds: LONGEST_SECONDS })
    await Promise.race([begun, done])
    const rate = await turn(seconds)
    stop()
    tallies.push(await done)
    return rate
  }
}

type Posters = Omit<PostOrder, 'seconds'>

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1_000, m: 60_000 }

async function byWrk({ port, path, seconds, headers = {} }: Load): Promise<Rate> {
  const named = Object.entries({ 'accept-encoding': 'gzip, br', ...headers }).flatMap(([name, value]) => [
    '-H',
    `${name}: ${value}`,
  ])
  const flags = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', ...named]
  const { stdout } = await promisify(execFile)(wrk!, [...flags, `http://127.0.0.1:${port}${path}`])
  const [, perSecond] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? []
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s|m)/.exec(stdout) ?? []
  if (!perSecond || !p99 || /Non-2xx|Socket errors/.test(stdout))
    throw new Error(`${path} was not answered well: ${stdout}`)
  return { perSecond: Number(perSecond), p99Ms: Number(p99) * UNITS[unit!]! }
}

async function byOurselves({ port, path, seconds, headers = {} }: Load): Promise<Rate> {
  const tally = await client({ kind: 'get', port, path, seconds, headers, connections: CONNECTIONS }).done
  return { perSecond: tally.count / tally.seconds, p99Ms: tally.p99Ms }
}

/** Lets a client work in a thread of its own. */
export function client(order: ClientOrder): { begun: Promise<void>; done: Promise<Tally>; stop(): void } {
  const worker = new Worker(new URL('./client.ts', import.meta.url), { workerData: order })
  const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<Tally>()]
  worker.on('message', (told: 'begun' | Tally) => (told === 'begun' ? begun.resolve() : done.resolve(told)))
  worker.on('error', done.reject)
  return { begun: begun.promise, done: done.promise, stop: () => worker.postMessage('stop') }
}
