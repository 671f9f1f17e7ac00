import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { Trouble } from '../../kit/trouble.ts'
import { mustHoldNone } from './held-connection.ts'
import { keptValues } from './kept-text.ts'

/** The driver says in words alone that a server was silent, or that its connection is gone. */
const SILENCE = /^(?:Query read timeout|timeout exceeded|Connection terminated due to connection timeout)/
const GONE = /^Connection terminated|not queryable$/
/** So say the system, and a server that stops. Source for the last: PostgreSQL, appendix A. */
const GONE_BY_CODE = new Set<unknown>(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', '57P01', '57P02'])

/** too_many_connections, and cannot_connect_now of a server that starts, likewise. */
const NO_MORE = new Set<unknown>(['53300', '57P03'])
const AGAIN_MS = 100

type Bound = pg.QueryConfig & { query_timeout: number }

/** Lends the pool's connections and says of a server that gives none that it does not answer; nor does one that leaves a bounded statement unanswered. */
export function withTimeouts(pool: pg.Pool, patienceMs: number | undefined, isBounded: (sql: string) => boolean) {
  async function connect(): Promise<PostgresPoolClient> {
    mustHoldNone()
    const client = await connected(pool).catch((error) => Promise.reject(silent(error)))
    return patienceMs === undefined ? lent(client, 0, () => false) : lent(client, patienceMs, isBounded)
  }
  const pooled: PostgresPool = { options: pool.options, connect, end: () => pool.end() }
  return pooled
}

/** Waits for a connection that others hold where the server lets no further ones be opened. */
async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  const byMs = performance.now() + (pool.options.connectionTimeoutMillis ?? 0)
  for (;;) {
    try {
      return await pool.connect()
    } catch (error) {
      if (!NO_MORE.has(codeOf(error)) || performance.now() > byMs) throw error
      await Promise.race([once(pool, 'release'), setTimeout(AGAIN_MS)])
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Whether an error says that nothing was heard in time. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && SILENCE.test(error.message)
}

function isGone(error: Error): boolean {
  return GONE.test(error.message) || GONE_BY_CODE.has(codeOf(error))
}

/** @NOTE where an answer does not come the driver breaks the connection, for whatever was asked behind it waits as well. */
function lent(client: pg.PoolClient, patienceMs: number, isBounded: (sql: string) => boolean): PostgresPoolClient {
  let broken: Trouble | undefined

  async function query(text: string, given: readonly unknown[] = []) {
    if (broken) throw broken
    const values = [...keptValues(given)]
    const bound: Bound = { text, values, query_timeout: patienceMs }
    return client.query(isBounded(text) ? bound : { text, values }).catch((error) => {
      if (isSilence(error) || isGone(error)) broken ??= silent(error)
      throw broken ?? error
    })
  }

  const release = (destroy?: boolean) => client.release(destroy || broken !== undefined)
  const same: pg.PoolClient = Object.create(client)
  return Object.assign(same, { query, release })
}

function silent(cause: unknown) {
  return new Trouble('busy', 'store.silent', {}, { cause })
}
