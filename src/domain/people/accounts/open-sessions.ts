import { BoundedCache } from '../../../kit/bounded-cache.ts'
import { SECOND_MS, wallClock } from '../../../kit/clock.ts'
import { createNamedTurns } from '../../../kit/named-turns.ts'
import { type AccountSettings, type Library, sessionCookie } from './account-library.ts'
import { headersFor, unlessEnded, valueIn } from './library-answers.ts'

/** Where and since when somebody is signed in. */
export interface OpenSession {
  id: string
  /** The browser and the system that it said it was, such as "Firefox/Linux"; empty for sessions that began before that was kept. */
  device: string
  /** Stands for the network from which it began; empty where that is not known. */
  network: string
  /** The two letters of the country from which it began; empty where that is not known. */
  country: string
  since: number
  /** The last day on which it was used, as a moment of it. */
  usedAt: number
}

export interface OpenSessions {
  list(accountId: string): Promise<OpenSession[]>
  /** Ends one of an account's sessions; nothing where it has ended already. */
  end(accountId: string, sessionId: string): Promise<void>
  /** Ends all but this one. */
  endOthers(cookies: string): Promise<void>
  /** Gives this one another token, by which alone it is known from then on. */
  renew(cookies: string): Promise<string[]>
  /** The cookies of who has been given others a moment ago: a form that was sent twice, or another tab. */
  present(cookies: string): string
}

/** So long what is still on its way with cookies that were renewed is taken for the same browser. */
const GRACE_MS = 10 * SECOND_MS
const MOST = 1_000

export function createOpenSessions(settings: AccountSettings, open: () => Promise<Library>): OpenSessions {
  const asHeaders = headersFor(settings)
  const renewed = new BoundedCache<string, { pair: string; until: number }>(MOST)
  const { url, clock = wallClock } = settings
  const name = sessionCookie(url)
  const turns = createNamedTurns()

  const present = (cookies: string): string => {
    const value = valueIn(cookies, name)
    const after = value === undefined ? undefined : renewed.get(value)
    if (!after || after.until <= Date.now()) return cookies
    return present(cookies.replace(`${name}=${value}`, after.pair))
  }

  return {
    present,

    async list(accountId) {
      const { internalAdapter } = await (await open()).$context
      const sessions = await internalAdapter.listSessions(accountId, { onlyActiveSessions: true })
      const shown = sessions.map((session) => ({
        id: session.id,
        device: session.userAgent ?? '',
        network: session.ipAddress ?? '',
        country: (session as { country?: string | null }).country ?? '',
        since: session.createdAt.getTime(),
        usedAt: session.updatedAt.getTime(),
      }))
      return shown.toSorted((one, other) => other.usedAt - one.usedAt)
    },

    async end(accountId, sessionId) {
      const { internalAdapter } = await (await open()).$context
      const sessions = await internalAdapter.listSessions(accountId)
      const ended = sessions.find(({ id }) => id === sessionId)
      if (ended) await internalAdapter.deleteSession(ended.token)
    },

    async endOthers(cookies) {
      const { api } = await open()
      await api.revokeOtherSessions({ headers: asHeaders(cookies) }).catch(unlessEnded)
    },

    renew(cookies) {
      return turns.oneAtATime(valueIn(cookies, name) ?? '', async () => {
        const latest = present(cookies)
        const { api } = await open()
        const asked = { body: { at: new Date(clock()) }, headers: asHeaders(latest), returnHeaders: true } as const
        const given = (await api.renew(asked)).headers.getSetCookie()
        const pair = given.find((line) => line.startsWith(`${name}=`))?.split(';')[0]
        if (pair) renewed.set(valueIn(latest, name)!, { pair, until: Date.now() + GRACE_MS })
        return given
      })
    },
  }
}
