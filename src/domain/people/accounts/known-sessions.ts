import type { Kysely } from 'kysely'
import { BoundedCache } from '../../../kit/bounded-cache.ts'
import { type Database, prepared } from '../../../store/index.ts'
import type { PersonTables } from '../people.ts'
import type { Person } from '../person.ts'
import type { SignedIn } from './signed-in.ts'

/** A session that was looked up whole, with the marks by which one sees that nothing of it has changed. */
interface KnownSession {
  token: string
  marks: string
  until: number
  session: Omit<SignedIn, 'cookies' | 'person'>
}

interface Tables extends PersonTables {
  authSession: { token: string; userId: string; expiresAt: unknown; updatedAt: unknown }
  authUser: { id: string; updatedAt: unknown }
}

const MOST = 10_000

const present = prepared((db: Pick<Kysely<Tables>, 'selectFrom'>, { token }: { token: string }) =>
  db
    .selectFrom('authSession')
    .innerJoin('authUser', 'authUser.id', 'authSession.userId')
    .leftJoin('person', 'person.accountId', 'authUser.id')
    .select(['authSession.expiresAt', 'authSession.updatedAt', 'authUser.updatedAt as changedAt'])
    .selectAll('person')
    .where('authSession.token', '=', token),
)

/** Remembers whose session a signed cookie names. One small question each time says whether that still holds, so that an ended session is never taken for a living one, and who that is by now. */
export function createKnownSessions({ reader }: Pick<Database, 'reader'>) {
  const known = new BoundedCache<string, KnownSession>(MOST)

  async function presentFor(token: string): Promise<{ marks: string; person: Person | undefined } | undefined> {
    const [row] = await present({ look: () => reader }, { token })
    if (!row) return
    const { expiresAt, updatedAt, changedAt, ...person } = row
    const marks = JSON.stringify([expiresAt, updatedAt, changedAt])
    return { marks, person: person.id === null ? undefined : (person as Person) }
  }

  return {
    async find(cookie: string): Promise<SignedIn | undefined> {
      const before = known.get(cookie)
      if (!before || before.until <= Date.now()) return
      const now = await presentFor(before.token)
      if (now?.marks === before.marks) return { ...before.session, person: now.person, cookies: [] }
      known.delete(cookie)
    },
    /** Keeps what was looked up, until the session has to be prolonged; says who that is. */
    async keep(
      cookie: string,
      token: string,
      until: number,
      session: KnownSession['session'],
    ): Promise<Person | undefined> {
      const now = await presentFor(token)
      if (now) known.set(cookie, { token, marks: now.marks, until, session })
      return now?.person
    },
  }
}
