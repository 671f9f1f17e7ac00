import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'

const MAIN = path.join(import.meta.dirname, '../../src/main.ts')
/** As `npm start` starts it. */
const { FRUGAL_FLAGS, FRUGAL_ENVIRONMENT }: { FRUGAL_FLAGS: string[]; FRUGAL_ENVIRONMENT: Environment } = await import(
  path.join(import.meta.dirname, '../../bin/bootstrap/frugal.js')
)
/** Compiled code is kept between starts, as for an operator. */
const { NODE_COMPILE_CACHE = path.join(import.meta.dirname, '../../node_modules/.cache/parley') } = process.env
const LONGEST_MS = 60_000
const LONGEST_SERVING_MS = 300_000

/** Settings of one installation, as the environment says them. */
export type Environment = Readonly<Record<string, string>>

/** Runs a command of the real program to its end. @NOTE whoever runs a server of their own on the usual port shall not be in its way. */
export async function parley(environment: Environment, ...words: string[]) {
  return ran(LONGEST_MS, { PARLEY_PORT: String(await freePort()), ...environment }, ...words)
}

/** The same where it may take longer. */
export async function ran(longestMs: number, environment: Environment, ...words: string[]) {
  const child = begin(environment, words, longestMs)
  const printed = collected(child)
  const [code] = await once(child, 'close')
  return { code: code as number, printed: printed() }
}

/** A command of the real program that is under way. */
export interface UnderWay {
  pid: number
  printed(): string
  /** Ends it as a machine that loses its power would; settles when it is gone. */
  kill(): Promise<void>
  /** Whether it was killed, or else with which code it ended. */
  ended: Promise<number | 'killed'>
}

/** Begins a command, to be killed in the midst. */
export function begun(environment: Environment, ...words: string[]): UnderWay {
  const child = begin(environment, words, LONGEST_SERVING_MS)
  const printed = collected(child)
  const ended = once(child, 'close').then(([code]) => (child.signalCode === 'SIGKILL' ? 'killed' : (code as number)))
  return {
    pid: child.pid!,
    printed,
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Runs a command whose answer nobody reads; what it complains of is read. */
export async function unread(environment: Environment, ...words: string[]) {
  const child = begin(environment, words)
  child.stdout!.destroy()
  let complained = ''
  child.stderr!.on('data', (chunk) => (complained += chunk))
  const [code] = await once(child, 'close')
  return { code: code as number, complained }
}

export interface Serving extends AsyncDisposable {
  url: string
  pid: number
  printed(): string
}

/** Serves by the real program, on a free port where none is named, until it is disposed of as Ctrl-C would. */
export async function serving(environment: Environment, longestMs = LONGEST_SERVING_MS): Promise<Serving> {
  const port = environment.PARLEY_PORT ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const child = begin({ ...environment, PARLEY_PORT: String(port), PARLEY_HOST: '127.0.0.1' }, ['serve'], longestMs)
  const printed = collected(child)
  const ended = once(child, 'close')
  await Promise.race([said(child, printed, /is read on/), ended.then(() => Promise.reject(new Error(printed())))])
  return {
    url,
    pid: child.pid!,
    printed,
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT')
      const [code] = await ended
      if (code !== 0) throw new Error(`it ended with ${code}: ${printed()}`)
    },
  }
}

function begin(environment: Environment, words: readonly string[], longestMs = LONGEST_MS) {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, NODE_COMPILE_CACHE, ...FRUGAL_ENVIRONMENT, ...environment }
  return spawn(process.execPath, [...FRUGAL_FLAGS, MAIN, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestMs,
  })
}

function collected({ stdout, stderr }: ChildProcess): () => string {
  let printed = ''
  for (const stream of [stdout!, stderr!]) stream.on('data', (chunk) => (printed += chunk))
  return () => printed
}

function said({ stdout }: ChildProcess, printed: () => string, sentence: RegExp): Promise<void> {
  return new Promise((resolve) => {
    stdout!.on('data', () => sentence.test(printed()) && resolve())
  })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
