import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import type { FreshDatabase } from '../support/databases.ts'
import { binariesFor } from '../support/postgres/binaries.ts'
import { postgresUser } from '../support/postgres/user.ts'
import { freePort } from '../support/process.ts'
import { untilAtLast } from './fault.ts'

/** A PostgreSQL of one's own that flushes as it should, and that can be ended and started again at the same address. */
export interface Cluster extends AsyncDisposable {
  database: FreshDatabase
  /** Starts it where it does not run. */
  start(): Promise<void>
  /** SIGINT ends connections and stops; SIGKILL is a crash. */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<void>
  order(sql: string): Promise<void>
}

export async function openCluster(within = '/tmp'): Promise<Cluster> {
  const user = postgresUser()
  const [folder, port] = [mkdtempSync(path.join(within, 'parley-cluster-')), await freePort()]
  if (user) chownSync(folder, user.uid, user.gid)
  const [bin, data] = [binariesFor(user, folder), path.join(folder, 'data')]
  const as = { ...user, cwd: folder, env: { LC_ALL: 'C' } }
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'parley', '--auth=trust', '--encoding=UTF8', '--no-sync'],
    as,
  )
  const url = `postgres://parley@127.0.0.1:${port}/postgres`
  let running: ChildProcess | undefined

  async function order(sql: string) {
    const client = new Client({ connectionString: url, options: '-c default_transaction_read_only=off' })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }

  async function start() {
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'jit=off']
    const args = settings.flatMap((one) => ['-c', one])
    if (running?.exitCode === null && running.signalCode === null) return
    running = spawn(path.join(bin, 'postgres'), ['-D', data, ...args], { ...as, stdio: 'ignore' })
    await untilAtLast(() =>
      order('select 1').then(
        () => true,
        () => false,
      ),
    )
  }

  async function end(signal: 'SIGINT' | 'SIGKILL') {
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
  }

  await start()
  return {
    database: { name: 'PostgreSQL', url, close: async () => {} },
    start,
    end,
    order,
    async [Symbol.asyncDispose]() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
