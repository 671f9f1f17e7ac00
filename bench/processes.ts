import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'

export const ROOT = path.resolve(import.meta.dirname, '..')
/** Where an operator's Parley keeps compiled code, too. */
export const COMPILED = path.join(ROOT, 'node_modules/.cache/parley')
const READY_MS = 60_000
const STOP_MS = 10_000

/** A server of our own in a process of its own. */
export interface Running {
  port: number
  pid: number
  /** Asks it to end, and ends it when it does not. */
  stop(): Promise<void>
  /** As a crash would. */
  kill(): Promise<void>
  /** Lets it do nothing until it is resumed. */
  pause(): void
  resume(): void
}

const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts a server, and answers when its port does. */
export async function running(
  port: number,
  command: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<Running> {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], ...options })
  children.add(child)
  const ended = once(child, 'exit').then(() => void children.delete(child))
  await Promise.race([
    answers(port),
    ended.then(() => Promise.reject(new Error(`${command} ${args[0]} ended at once`))),
  ])
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await ended
    clearTimeout(patience)
  }
  return {
    port,
    pid: child.pid!,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}

async function answers(port: number) {
  const until = Date.now() + READY_MS
  while (Date.now() < until) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(
        () => false,
        () => false,
      ),
    ]).catch(() => false)
    socket.destroy()
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing answers on port ${port}`)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Runs the command line of Parley to its end. */
export function parley(env: Record<string, string>, ...args: string[]) {
  const whole = { ...clean(), NODE_COMPILE_CACHE: COMPILED, ...env }
  return promisify(execFile)(process.execPath, ['src/main.ts', ...args], { cwd: ROOT, env: whole })
}

/** The environment without settings of whoever runs the bench, and of npm, under which the launcher would stay as a parent. */
export function clean(): NodeJS.ProcessEnv {
  const settings = /^(PARLEY_|npm_|LD_PRELOAD$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)))
}

/** What a process holds in memory, in bytes. */
export function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** @NOTE in these Linux counts; it is a hundredth of a second wherever Node runs. */
const TICK_MS = 10

/** How long the processors have worked for a process. */
export function processorMsOf(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = fields.split(' ').slice(11, 13).map(Number)
  return (user! + system!) * TICK_MS
}
