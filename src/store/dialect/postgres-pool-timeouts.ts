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

type Bound = pg.QueryConfig & { query_timeout: number }

/** Lends the pool's connections and says of a server that gives none that it does not answer; nor does one that leaves a bounded statement unanswered. */
export function withTimeouts(pool: pg.Pool, patienceMs: number | undefined, isBounded: (sql: string) => boolean) {
  async function connect(): Promise<PostgresPoolClient> {
    mustHoldNone()
    const client = await pool.connect().catch((error) => Promise.reject(silent(error)))
    return patienceMs === undefined ? lent(client, 0, () => false) : lent(client, patienceMs, isBounded)
  }
  const pooled: PostgresPool = { options: pool.options, connect, end: () => pool.end() }
  return pooled
}

/** Whether an error says that nothing was heard in time. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && SILENCE.test(error.message)
}

function isGone(error: Error): boolean {
  return GONE.test(error.message) || ('code' in error && GONE_BY_CODE.has(error.code))
}

/** @NOTE where an answer does not come the driver breaks the connection, for whatever was asked behind it waits as well. */
function lent(client: pg.PoolClient, patienceMs: number, isBounded: (sql: string) => boolean): PostgresPoolClient {
  let broken: Trouble | undefined

  async function patient(text: string, values: unknown[]) {
    if (broken) throw broken
    const bound: Bound = { text, values, query_timeout: patienceMs }
    return client.query(bound).catch((error) => {
      if (isSilence(error) || isGone(error)) broken ??= silent(error)
      throw broken ?? error
    })
  }

  function query(sql: string, values: readonly unknown[] = []) {
    const handed = [...keptValues(values)]
    return isBounded(sql) ? patient(sql, handed) : client.query(sql, handed)
  }

  const release = (destroy?: boolean) => client.release(destroy || broken !== undefined)
  const same: pg.PoolClient = Object.create(client)
  return Object.assign(same, { query, release })
}

function silent(cause: unknown) {
  return new Trouble('busy', 'store.silent', {}, { cause })
}
