// A process that keeps one PostgreSQL: writes its address to stdout, and ends it when stdin ends, which it also does when
// whoever asked is killed. It stands in a process group of its own, so that Ctrl-C leaves it the time to tidy up.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
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
const SETTINGS: Record<string, readonly string[]> = { forgetful: FORGETFUL, durable: DURABLE, standby: DURABLE }
/** Neither the order of text nor the zone is the one that the program wants, so that it has to say what it wants. */
const FOREIGN = ['TimeZone=Asia/Kathmandu']
const FOREIGN_ORDER = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en']

const [kind, primary = ''] = process.argv.slice(2)
const isDurable = kind === 'durable'
const user = postgresUser()
const folder = mkdtempSync(path.join(user ? '/tmp' : tmpdir(), 'parley-postgres-'))
/** Apart from the rest, because nothing may be executed in the memory of some machines. */
const data = mkdtempSync(path.join(mayUse(tmpdir()) ? tmpdir() : folder, 'parley-postgres-data-'))
const password = randomBytes(12).toString('hex')
let child: ChildProcess | undefined
let stopping = false

process.stdin.resume().on('end', () => stop(0))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0))

try {
  if (user) for (const one of [folder, data]) chownSync(one, user.uid, user.gid)
  const bin = binariesFor(user, folder)
  if (kind === 'standby') await copyOf(primary)
  else await initialise(bin)
  process.stdout.write(`${await start(bin, await freePort())}\n`)
} catch (error) {
  if (!stopping) process.stderr.write(`PostgreSQL for the tests does not start: ${error}\n`)
  await stop(1)
}

function mayUse(place: string): boolean {
  return !user || spawnSync('test', ['-x', place], { ...user, cwd: '/' }).status === 0
}

async function initialise(bin: string) {
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const access = [`--username=${NAME}`, '--auth=password', `--pwfile=${passwordFile}`]
  const initdb = run(path.join(bin, 'initdb'), ['-D', data, '--no-sync', ...access, ...FOREIGN_ORDER])
  const said = await saidBy(initdb, 'close')
  if (initdb.exitCode !== 0) throw new Error(`initdb: ${said}`)
}

/** Copies a server that runs and lets the copy follow it. Source: PostgreSQL, 25.3.3 and 26.2. */
async function copyOf(address: string) {
  const client = new Client(address)
  await client.connect()
  const { hostname, port, username, password } = new URL(address)
  const { rows: places } = await client.query('show data_directory')
  await client.query(`select pg_backup_start('standby', true)`)
  const isCopied = (file: string) => !/postmaster\.(?:pid|opts)$/.test(file)
  cpSync(places[0].data_directory, data, { recursive: true, filter: isCopied })
  const { rows: ends } = await client.query('select labelfile from pg_backup_stop(false)')
  await client.end()
  writeFileSync(path.join(data, 'backup_label'), ends[0].labelfile)
  writeFileSync(path.join(data, 'standby.signal'), '')
  const follows = `host=${hostname} port=${port} user=${username} password=${password}`
  appendFileSync(path.join(data, 'postgresql.auto.conf'), `primary_conninfo = '${follows}'\n`)
  chmodSync(data, 0o700)
  if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, data])
}

/** Answers with the address; the port is free when it is asked for, and may be taken a moment later. */
async function start(bin: string, port: number, tries = TRIES): Promise<string> {
  const settings = [...SETTINGS[kind ?? 'forgetful']!, ...ROOMY, ...FOREIGN, `port=${port}`].flatMap((setting) => [
    '-c',
    setting,
  ])
  const postgres = run(path.join(bin, 'postgres'), ['-D', data, ...settings])
  const said = await saidBy(postgres, 'close', /ready to accept (?:read-only )?connections/)
  if (postgres.exitCode === null) {
    postgres.on('close', () => (isDurable && !stopping ? startAgain(bin, port) : stop(1)))
    const address = new URL(primary || `postgres://${NAME}:${password}@127.0.0.1/postgres`)
    address.port = String(port)
    return address.href
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
  for (const one of [data, folder]) rmSync(one, { recursive: true, force: true })
  process.exit(code)
}
