import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface PostgresServer {
  /** Of a user who may create databases. */
  url: string
  close(): Promise<void>
}

/** Starts a standby that follows a durable one, as it is now and from now on. */
export function startStandby({ url }: PostgresServer): Promise<PostgresServer> {
  return kept('standby', url)
}

/** Starts a PostgreSQL of one's own that ends with this process, however this process ends; one that is durable flushes what it commits. */
export function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  return kept(...(durable ? ['durable'] : []))
}

async function kept(...order: string[]): Promise<PostgresServer> {
  const keeper = spawn(process.execPath, [path.join(import.meta.dirname, './keeper.ts'), ...order], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = once(keeper, 'exit')
  const lines = createInterface(keeper.stdout)
  const [url] = await Promise.race([once(lines, 'line'), ended.then(() => [undefined])])
  if (typeof url !== 'string') throw new Error('PostgreSQL for the tests did not start; it says why above')
  // This process may end without having closed it.
  for (const waiting of [keeper, keeper.stdin as Socket, keeper.stdout as Socket]) waiting.unref()
  return {
    url,
    async close() {
      keeper.ref()
      keeper.stdin.end()
      await ended
    },
  }
}
