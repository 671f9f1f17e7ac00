import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { until } from '../support/until.ts'

const LAUNCHER = path.join(import.meta.dirname, '../../bin/parley.sh')
/** As whoever holds the socket starts a process: by its own number, on the third file that is open. It waits for a word before. */
const BEGIN = 'read go; LISTEN_FDS=1 LISTEN_PID=$$ exec "$0" "$@"'

const onLinux = { skip: process.platform !== 'linux' && 'it looks into /proc, which Linux alone has' }

test(
  'where the socket is handed over, one process follows another, and nobody is refused in between',
  onLinux,
  async () => {
    await using ending = new AsyncDisposableStack()
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-socket-'))
    ending.defer(() => rm(folder, { recursive: true, force: true }))
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as { port: number }
    const [one, other] = [begun(folder, holder), begun(folder, holder)]
    for (const child of [one, other]) ending.defer(() => ended(child))
    holder.close()

    one.stdin!.write('go\n')
    await until(async () => (await statusAt(port)) === 200)
    assert.match(commandOf(one), /src\/main\.ts/, 'the launcher has become the server')
    let asks = true
    const statuses: unknown[] = []
    const asking = (async () => {
      while (asks) statuses.push(await statusAt(port))
    })()
    await until(() => statuses.length > 20)
    await ended(one)
    other.stdin!.write('go\n')
    await until(() => /is read on/.test(saidBy(other)))
    const before = statuses.length
    await until(() => statuses.length > before + 20)
    asks = false
    await asking
    assert.deepEqual(new Set(statuses), new Set([200]))
  },
)

test('the launcher starts Node as npm start does', async () => {
  const script = readFileSync(LAUNCHER, 'utf8')
  const { FRUGAL_FLAGS, FRUGAL_ENVIRONMENT } = await import(path.join(path.dirname(LAUNCHER), 'bootstrap/frugal.js'))
  assert.ok(script.includes(`"$node" ${FRUGAL_FLAGS.join(' ')} "$root/src/main.ts"`))
  const words = Object.entries(FRUGAL_ENVIRONMENT).map(([name, value]) => `${name}=${value}`)
  assert.ok(script.includes(`export ${words.join(' ')}\n`))
})

test('sockets that are not one are refused in a sentence', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const child = begun('/nowhere', holder, 'read go; LISTEN_FDS=2 LISTEN_PID=$$ exec "$0" "$@"')
  holder.close()
  child.stdin!.write('go\n')
  const [code] = await once(child, 'close')
  assert.equal(code, 2)
  assert.match(saidBy(child), /^parley: 2 sockets were handed over .* one ListenStream/)
})

const said = new WeakMap<ChildProcess, string[]>()
const saidBy = (child: ChildProcess) => said.get(child)!.join('')

function begun(folder: string, holder: object, script = BEGIN): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, PARLEY_DATA: folder }
  // @NOTE the number of an open socket is told nowhere else.
  const { fd } = (holder as { _handle: { fd: number } })._handle
  const child = spawn('sh', ['-c', script, LAUNCHER, 'serve'], {
    env,
    stdio: ['pipe', 'pipe', 'pipe', fd],
  })
  const lines: string[] = []
  said.set(child, lines)
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => lines.push(String(chunk)))
  return child
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  const [code] = await closed
  assert.equal(code, 0, saidBy(child))
}

function commandOf({ pid }: ChildProcess): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
}

/** Asks over a connection of its own; answers with the status, or with what went wrong. */
function statusAt(port: number): Promise<unknown> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/en/', agent: new Agent() }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode))
    }).once('error', ({ code, message }: NodeJS.ErrnoException) => resolve(code ?? message))
  })
}
