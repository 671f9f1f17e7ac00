import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { ClientOrder, Tally } from './client.ts'
import { installed } from './debian.ts'

export const CONNECTIONS = 64
/** Until the engine has compiled what is run often. @NOTE wrk counts in whole seconds. */
const WARM_UP_SECONDS = 3

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

const wrk = await installed('wrk', 'wrk')

/** Who loads the servers, the same for all of them. */
export const loader = wrk ? 'wrk (Debian), 1 thread' : 'bench/client.ts in a worker'

/** Asks for one page over 64 connections, as fast as it is answered. */
export async function load(order: Load): Promise<Rate> {
  const byWhom = wrk ? byWrk : byOurselves
  await byWhom({ ...order, seconds: WARM_UP_SECONDS })
  return byWhom(order)
}

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
export function client(order: ClientOrder): { done: Promise<Tally>; stop(): void } {
  const worker = new Worker(new URL('./client.ts', import.meta.url), { workerData: order })
  const done = new Promise<Tally>((resolve, reject) => worker.on('message', resolve).on('error', reject))
  return { done, stop: () => worker.postMessage('stop') }
}
