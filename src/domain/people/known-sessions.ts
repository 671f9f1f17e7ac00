import type { Kysely } from 'kysely'
import { BoundedCache } from '../../kit/bounded-cache.ts'
import { type Database, prepared } from '../../store/index.ts'
import type { SignedIn } from './accounts.ts'

/** A session that was looked up whole, with the marks by which one sees that nothing of it has changed. */
interface Known {
  token: string
  marks: string
  until: number
  signedIn: Omit<SignedIn, 'cookies'>
}

interface Tables {
  authSession: { token: string; userId: string; expiresAt: unknown; updatedAt: unknown }
  authUser: { id: string; updatedAt: unknown }
}

const MOST = 10_000

const marks = prepared((db: Pick<Kysely<Tables>, 'selectFrom'>, { token }: { token: string }) =>
  db
    .selectFrom('authSession')
    .innerJoin('authUser', 'authUser.id', 'authSession.userId')
    .select(['authSession.expiresAt', 'authSession.updatedAt', 'authUser.updatedAt as changedAt'])
    .where('authSession.token', '=', token),
)

/** Remembers whose session a signed cookie names. One small question each time says whether that still holds, so that an ended session is never taken for a living one. */
export function createKnownSessions({ reader }: Pick<Database, 'reader'>) {
  const known = new BoundedCache<string, Known>(MOST)

  async function marksOf(token: string): Promise<string | undefined> {
    const [row] = await marks({ look: () => reader }, { token })
    return row && JSON.stringify(row)
  }

  return {
    async find(cookie: string): Promise<SignedIn | undefined> {
      const session = known.get(cookie)
      if (!session || session.until <= Date.now()) return
      if ((await marksOf(session.token)) === session.marks) return { ...session.signedIn, cookies: [] }
      known.delete(cookie)
    },
    /** Keeps what was looked up, until the session has to be prolonged. */
    async keep(cookie: string, token: string, until: number, { cookies: _, ...signedIn }: SignedIn) {
      const marks = await marksOf(token)
      if (marks) known.set(cookie, { token, marks, until, signedIn })
    },
  }
}
