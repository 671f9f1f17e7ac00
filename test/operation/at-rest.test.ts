import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { freePort } from '../support/process.ts'
import { until } from '../support/until.ts'

const LAUNCHER = path.join(import.meta.dirname, '../../bin/parley.sh')
/** As ps and systemd count it: 1,024 times 1,024 bytes. */
const MOST_MB = 110
const onLinux = { skip: process.platform !== 'linux' && 'it looks into /proc, which Linux alone has' }

for (const { name, openEmpty } of DATABASES) {
  test(
    `on ${name}, a server at rest holds no more than ${MOST_MB} MB, and is the one process there is`,
    onLinux,
    async () => {
      await using ending = new AsyncDisposableStack()
      const database = await openEmpty()
      ending.defer(() => database.close())
      const folder = await mkdtemp(path.join(tmpdir(), 'parley-rest-'))
      ending.defer(() => rm(folder, { recursive: true, force: true }))
      const { PATH = '', HOME = '' } = process.env
      const env = { PATH, HOME, PARLEY_DATA: folder, PARLEY_DATABASE: database.url, PARLEY_DEMO: 'off' }
      for (const isFirst of [true, false]) {
        const port = String(await freePort())
        const child = spawn(LAUNCHER, ['serve'], {
          env: { ...env, PARLEY_PORT: port },
          stdio: ['ignore', 'ignore', 'inherit'],
        })
        ending.defer(() => ended(child))
        const answers = () =>
          fetch(`http://127.0.0.1:${port}/readyz`).then(
            ({ ok }) => ok,
            () => false,
          )
        await until(answers)
        await fetch(`http://127.0.0.1:${port}/en/`)
        // What was compiled at the first start is kept for the next.
        if (!isFirst) await until(() => heldMb(child) <= MOST_MB, 500)
        assert.equal(childrenOf(child), '')
        await ended(child)
      }
    },
  )
}

function heldMb({ pid }: ChildProcess): number {
  const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kb) / 1_024
}

function childrenOf({ pid }: ChildProcess): string {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null) return
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  await closed
}
