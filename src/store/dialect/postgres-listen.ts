import type { Socket } from 'node:net'
import pg from 'pg'

/** The name under which commits are told. */
export const CHANNEL = 'parley_journal'
const POLL_MS = 1_000
/** An attempt may take so long, and is the only one meanwhile. */
const ATTEMPT_MS = 3_000
/** So that the end of a line is noticed on which nothing is said. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/** Where nothing can be heard. */
const SHORT_POLL_MS = 250

type Hears = 'at once' | 'by and by' | 'not at all'

/**
 * Hears that something was committed anywhere; a poll stands behind it for the time when the line is broken. @NOTE behind a pooler
 * nothing is heard, as it may lend the connection that listens to somebody else.
 */
export async function listen(url: string, tell: () => void, stream: () => Socket, hears: Hears) {
  const patience = { stream, connectionTimeoutMillis: ATTEMPT_MS, query_timeout: ATTEMPT_MS }
  let line: pg.Client | undefined
  let isClosed = false

  async function connect() {
    const fresh = new pg.Client({ connectionString: url, ...patience, ...KEEP_ALIVE })
    line = fresh
    fresh.on('notification', tell)
    fresh.on('error', letGo)
    fresh.on('end', letGo)
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch {
      letGo()
    }

    function letGo() {
      if (line === fresh) line = undefined
      void fresh.end()
    }
  }

  if (hears === 'not at all') return { close: async () => {} }
  if (hears === 'at once') await connect()
  const poll = setInterval(
    () => {
      if (hears === 'at once' && !line && !isClosed) void connect()
      tell()
    },
    hears === 'at once' ? POLL_MS : SHORT_POLL_MS,
  ).unref()
  return {
    async close() {
      isClosed = true
      clearInterval(poll)
      await line?.end()
    },
  }
}
