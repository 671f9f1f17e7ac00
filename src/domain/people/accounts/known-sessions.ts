import type { Kysely } from 'kysely'
import { BoundedCache } from '../../../kit/bounded-cache.ts'
import { prepared } from '../../../store/index.ts'
import type { PersonTables } from '../people.ts'
import type { Person, PersonId } from '../person.ts'
import { type GrantTables, heldFrom } from '../roles/grant.ts'
import { type HeldRole, isStaff, type Member } from '../roles/role.ts'
import type { AccountSettings } from './account-library.ts'
import type { SignedIn } from './signed-in.ts'

/** A session that was looked up whole, with the marks by which one sees that nothing of it has changed. */
interface KnownSession {
  token: string
  marks: string
  until: number
  /** Who that was when it was last asked. */
  personId: PersonId | undefined
  session: Omit<SignedIn, 'cookies' | keyof Present>
}

/** Who somebody is by now. */
type Present = Pick<SignedIn, 'person' | 'hasSecondFactor' | 'lacksSecondFactor' | 'isOutdated'>

interface Tables extends PersonTables, GrantTables {
  authSession: { token: string; userId: string; expiresAt: unknown; updatedAt: unknown }
  authUser: { id: string; updatedAt: unknown; twoFactorEnabled: unknown }
}

const MOST = 10_000

type Looking = Pick<Kysely<Tables>, 'selectFrom'>

const present = prepared((db: Looking, { token }: { token: string }) =>
  db
    .selectFrom('authSession')
    .innerJoin('authUser', 'authUser.id', 'authSession.userId')
    .leftJoin('person', 'person.accountId', 'authUser.id')
    .select(['authSession.expiresAt', 'authSession.updatedAt', 'authUser.updatedAt as changedAt'])
    .select('authUser.twoFactorEnabled')
    .selectAll('person')
    .select((e) =>
      e
        .selectFrom('roleGrant as story')
        .select((s) => s.fn.max(s.fn.coalesce('story.takenAt', 'story.grantedAt', s.lit(0))).as('at'))
        .whereRef('story.personId', '=', 'person.id')
        .as('rolesChangedAt'),
    )
    .where('authSession.token', '=', token),
)

const held = prepared((db: Looking, { personId }: { personId: PersonId }) =>
  db
    .selectFrom('roleGrant')
    .select(['role', 'sections', 'languages'])
    .where('personId', '=', personId)
    .where('takenAt', 'is', null),
)

/**
 * Remembers whose session a signed cookie names. One small question each time says whether that still holds, so that an ended session is
 * never taken for a living one, and who that is by now; another, of those who ever had one, which roles they have at this moment. They are
 * taken without them where staff need a second factor and this one has none.
 */
export function createKnownSessions({ database: { reader }, staffSecondFactor = false }: AccountSettings) {
  const known = new BoundedCache<string, KnownSession>(MOST)
  const db = { look: () => reader }

  async function presentFor(token: string): Promise<{ marks: string; who: Present } | undefined> {
    const [row] = await present(db, { token })
    if (!row) return
    const { expiresAt, updatedAt, changedAt, twoFactorEnabled, rolesChangedAt, ...person } = row
    const marks = JSON.stringify([expiresAt, updatedAt, changedAt])
    const roles = rolesChangedAt === null ? [] : await rolesOf(person.id)
    const member = person.id === null ? undefined : { ...(person as Person), roles }
    const isOutdated = new Date(updatedAt as string | Date).getTime() < Number(rolesChangedAt ?? 0)
    return { marks, who: { ...whoIs(member, Boolean(twoFactorEnabled)), isOutdated } }
  }

  async function rolesOf(personId: PersonId | null): Promise<HeldRole[]> {
    return personId === null ? [] : (await held(db, { personId })).map(heldFrom)
  }

  function whoIs(person: Member | undefined, hasSecondFactor: boolean): Present {
    const lacksSecondFactor = staffSecondFactor && !hasSecondFactor && person !== undefined && isStaff(person)
    const asTaken = lacksSecondFactor ? { ...person, roles: [] } : person
    return { person: asTaken, hasSecondFactor, lacksSecondFactor, isOutdated: false }
  }

  return {
    async find(cookie: string): Promise<SignedIn | undefined> {
      const before = known.get(cookie)
      if (!before || before.until <= Date.now()) return
      const now = await presentFor(before.token)
      if (now?.marks !== before.marks) return void known.delete(cookie)
      before.personId = now.who.person?.id
      return { ...before.session, ...now.who, cookies: [] }
    },
    /** Who that was when it was last asked, for questions that can be asked together with whether it still is. */
    likely: (cookie: string): PersonId | undefined => known.get(cookie)?.personId,
    /** Keeps what was looked up, until the session has to be prolonged; says who that is. */
    async keep(cookie: string, token: string, until: number, session: KnownSession['session']): Promise<Present> {
      const now = await presentFor(token)
      if (now) known.set(cookie, { token, marks: now.marks, until, personId: now.who.person?.id, session })
      return now?.who ?? whoIs(undefined, false)
    },
  }
}
