import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { Trouble } from '../../kit/trouble.ts'
import { keptValues } from './kept-text.ts'
import type { StatementNames } from './postgres-statement-names.ts'

/** The driver says in words alone that a server was silent, or that its connection is gone. */
const SILENCE = /^(?:Query read timeout|timeout (?:exceeded|expired)|Connection terminated due to connection timeout)/
const GONE = /^Connection terminated|not queryable$/
/** So say the system, and a server that stops. Source for the last: PostgreSQL, appendix A. */
const GONE_BY_CODE = new Set<unknown>(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', '57P01', '57P02'])

/** too_many_connections, and cannot_connect_now of a server that starts, likewise. */
const NO_MORE = new Set<unknown>(['53300', '57P03'])
const AGAIN_MS = 100

/**
 * A statement that goes by a name no longer answers as it did, or the name is another's: a table was changed meanwhile, or
 * somebody stands in between who lends one connection of the server to many. Source: PostgreSQL, appendix A.
 */
const STALE = new Set(['0A000', '26000', '42P05'])

/** A connection that is lent: what is asked in one moment travels together, and is answered in its order. */
export interface Lent {
  query(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  release(): void
  /** Nobody is at the other end any more. */
  readonly isLost: boolean
  /** It is of no more use, and is ended when it is given back. */
  readonly isSpent: boolean
}

/** How long what is asked may go unanswered; for ever where nothing is said. */
export interface Patience {
  ms: number | undefined
  isBounded(sql: string): boolean
}

/** Lends the pool's connections and says of a server that gives none that it does not answer; nor does one that leaves a bounded statement unanswered. */
export class LendingPool {
  readonly #pool: pg.Pool
  readonly #names: StatementNames | undefined

  constructor(config: pg.PoolConfig, names: StatementNames | undefined) {
    this.#names = names
    this.#pool = new pg.Pool({ ...config, pipeline: true })
    this.#pool.on('error', () => {}).setMaxListeners(0)
    // @NOTE a connection that breaks while it is in use tells its pool nothing; its question fails by itself.
    this.#pool.on('connect', (client) => void client.on('error', () => {}))
  }

  async lend(patience: Patience): Promise<Lent> {
    const client = await connected(this.#pool).catch((error) => Promise.reject(silent(error)))
    return lent(client, patience, this.#names)
  }

  /** The same for Kysely's own driver. */
  forKysely(patience: Patience, before: () => void): PostgresPool {
    return {
      options: this.#pool.options,
      connect: async () => {
        before()
        const { query, release } = await this.lend(patience)
        return { query, release } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
      },
      end: () => this.end(),
    }
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
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

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Whether an error says that nothing was heard in time. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && SILENCE.test(error.message)
}

/** Whether it helps to ask again on another connection. */
export function isStale(error: unknown): boolean {
  return STALE.has(codeOf(error))
}

function isGone(error: Error): boolean {
  return GONE.test(error.message) || GONE_BY_CODE.has(codeOf(error))
}

type Bound = pg.QueryConfig & { query_timeout?: number | undefined }

/** @NOTE where an answer does not come the driver breaks the connection, for whatever was asked behind it waits as well. */
function lent(client: pg.PoolClient, { ms, isBounded }: Patience, names: StatementNames | undefined): Lent {
  let broken: Trouble | undefined
  let stale = false
  const together = gathering(client)
  const end = (cause?: Error) => {
    broken ??= silent(cause)
  }
  client.on('error', end).on('end', end)

  async function query(text: string, given: readonly unknown[] = []) {
    if (broken) throw broken
    const order: Bound = { text, values: keptValues(given) as unknown[] }
    const name = given.length > 0 ? names?.of(text) : undefined
    if (name) order.name = name
    if (ms !== undefined && isBounded(text)) order.query_timeout = ms
    together()
    return client.query(order).catch((error) => {
      if (isSilence(error) || isGone(error)) broken ??= silent(error)
      stale ||= isStale(error)
      throw broken ?? error
    })
  }

  return {
    query,
    release() {
      client.off('error', end).off('end', end)
      client.release(stale || broken !== undefined)
    },
    get isLost() {
      return broken !== undefined
    },
    get isSpent() {
      return stale || broken !== undefined
    },
  }
}

/** Lets what is asked in one turn of the loop leave in one piece. @NOTE the driver writes each of the five parts of a question by itself. */
function gathering(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  const write = stream.write
  let pieces: Uint8Array[] | undefined

  /** @NOTE a last word waits to be told when it has left, and goes behind all others. */
  const keep = ((piece: Uint8Array, ...told: []) => {
    if (told.length > 0) flush()
    return pieces?.push(piece) ? true : write.call(stream, piece, ...told)
  }) as Socket['write']

  function flush() {
    const all = pieces
    pieces = undefined
    stream.write = write
    if (all) stream.write(Buffer.concat(all))
  }

  return () => {
    if (pieces) return
    pieces = []
    stream.write = keep
    setImmediate(flush)
  }
}

function silent(cause: unknown) {
  return new Trouble('busy', 'store.silent', {}, { cause })
}
