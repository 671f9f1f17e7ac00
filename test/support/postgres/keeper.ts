// A process that keeps one PostgreSQL: writes its address to stdout, and ends it when stdin ends, which it also does when
// whoever asked is killed. It stands in a process group of its own, so that Ctrl-C leaves it the time to tidy up.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { binariesFor } from './binaries.ts'
import { postgresUser } from './user.ts'

const NAME = 'parley'
const TRIES = 3
const AGAIN_MS = 20_000
/** Nothing has to survive where the program is tested and not the disk. */
const FORGETFUL = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
]
const DURABLE = ['wal_level=replica', 'max_wal_senders=4']
const ROOMY = ['max_connections=200', 'jit=off', 'unix_socket_directories=', 'listen_addresses=127.0.0.1']
/** Neither the order of text nor the zone is the one that the program wants, so that it has to say what it wants. */
const FOREIGN = ['TimeZone=Asia/Kathmandu']
const FOREIGN_ORDER = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en']

const isDurable = process.argv.includes('durable')
const user = postgresUser()
const folder = mkdtempSync(path.join(user ? '/tmp' : tmpdir(), 'parley-postgres-'))
const password = randomBytes(12).toString('hex')
let child: ChildProcess | undefined
let stopping = false

process.stdin.resume().on('end', () => stop(0))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0))

try {
  if (user) chownSync(folder, user.uid, user.gid)
  const bin = binariesFor(user, folder)
  await initialise(bin)
  process.stdout.write(`${await start(bin, await freePort())}\n`)
} catch (error) {
  if (!stopping) process.stderr.write(`PostgreSQL for the tests does not start: ${error}\n`)
  await stop(1)
}

async function initialise(bin: string) {
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const access = [`--username=${NAME}`, '--auth=password', `--pwfile=${passwordFile}`]
  const initdb = run(path.join(bin, 'initdb'), ['-D', `${folder}/data`, '--no-sync', ...access, ...FOREIGN_ORDER])
  const said = await saidBy(initdb, 'close')
  if (initdb.exitCode !== 0) throw new Error(`initdb: ${said}`)
}

/** Answers with the address; the port is free when it is asked for, and may be taken a moment later. */
async function start(bin: string, port: number, tries = TRIES): Promise<string> {
  const settings = [...(isDurable ? DURABLE : FORGETFUL), ...ROOMY, ...FOREIGN, `port=${port}`].flatMap((setting) => [
    '-c',
    setting,
  ])
  const postgres = run(path.join(bin, 'postgres'), ['-D', `${folder}/data`, ...settings])
  const said = await saidBy(postgres, 'close', /ready to accept connections/)
  if (postgres.exitCode === null) {
    postgres.on('close', () => (isDurable && !stopping ? startAgain(bin, port) : stop(1)))
    return `postgres://${NAME}:${password}@127.0.0.1:${port}/postgres`
  }
  if (tries > 1 && /could not bind/.test(said)) return start(bin, await freePort(), tries - 1)
  throw new Error(said)
}

/** After a crash, as an operator's system does. @NOTE what is left of the one before may hold its memory for a moment. */
async function startAgain(bin: string, port: number, until = Date.now() + AGAIN_MS) {
  try {
    await start(bin, port, 1)
  } catch {
    if (Date.now() > until) await stop(1)
    else await startAgain(bin, port, until)
  }
}

function run(command: string, args: string[]): ChildProcess {
  child = spawn(command, args, { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } })
  return child
}

/** What a process said until it ended, or until it said what is waited for. */
async function saidBy(process: ChildProcess, end: string, until?: RegExp): Promise<string> {
  const lines: string[] = []
  const ended = once(process, end)
  const heard = new Promise<void>((resolve) => {
    for (const stream of [process.stdout!, process.stderr!]) {
      createInterface(stream).on('line', (line) => {
        lines.push(line)
        if (until?.test(line)) resolve()
      })
    }
  })
  await Promise.race([ended, heard])
  return lines.join('\n')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function stop(code: number) {
  if (stopping) return
  stopping = true
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGQUIT')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
