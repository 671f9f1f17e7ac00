import type { Generated, Kysely } from 'kysely'
import { prepared, type Reading, type Writing } from '../../store/index.ts'
import { nameKey } from './names/name-key.ts'
import type { Person, PersonId } from './person.ts'
import type { MailAddress } from './sign-in/mail-address.ts'

/** What other parts may read of a person. */
export interface PersonTables {
  person: Omit<Person, 'id'> & { id: Generated<PersonId> }
}

interface AuthUserTables {
  authUser: { id: string; email: string }
}

export function byId(db: Reading, id: PersonId): Promise<Person | undefined> {
  return db.look<PersonTables>().selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function byAccount(db: Reading, accountId: string): Promise<Person | undefined> {
  const [person] = await withAccount(db, { accountId })
  return person
}

const withAccount = prepared((db: Pick<Kysely<PersonTables>, 'selectFrom'>, { accountId }: { accountId: string }) =>
  db.selectFrom('person').selectAll().where('accountId', '=', accountId),
)

export function byNameKey(db: Reading, nameKey: string): Promise<Person | undefined> {
  return db.look<PersonTables>().selectFrom('person').selectAll().where('nameKey', '=', nameKey).executeTakeFirst()
}

/** The people who bear these names, for a bounded list. */
export function withKeys(db: Reading, nameKeys: readonly string[]): Promise<Pick<Person, 'id' | 'name' | 'nameKey'>[]> {
  const people = db.look<PersonTables>().selectFrom('person').select(['id', 'name', 'nameKey'])
  return people.where('nameKey', 'in', nameKeys).execute()
}

/** People whose names begin like this, by name. */
export function beginning(db: Reading, begins: string, limit: number): Promise<Pick<Person, 'id' | 'name'>[]> {
  const people = db.look<PersonTables>().selectFrom('person').select(['id', 'name'])
  const within = people.where('nameKey', '>=', begins).where('nameKey', '<', `${begins}\u{10FFFF}`)
  return within.orderBy('nameKey').limit(limit).execute()
}

/** A bounded list of people, by their numbers. */
export async function byIds(db: Reading, ids: readonly PersonId[]): Promise<Pick<Person, 'id' | 'name'>[]> {
  if (ids.length === 0) return []
  return db.look<PersonTables>().selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
}

/** People whose names begin as is typed, or whose addresses do, where one is begun; by name. */
export function found(db: Reading, typed: string, limit: number): Promise<Person[]> {
  const people = db
    .look<PersonTables & AuthUserTables>()
    .selectFrom('person')
    .leftJoin('authUser', 'authUser.id', 'person.accountId')
    .selectAll('person')
  const [column, begins] = typed.includes('@')
    ? (['authUser.email', typed.toLowerCase()] as const)
    : (['person.nameKey', nameKey(typed)] as const)
  const within = people.where(column, '>=', begins).where(column, '<', `${begins}\u{10FFFF}`)
  return within.orderBy('person.nameKey').limit(limit).execute()
}

/** The person who signs in with an address. */
export function byMail(db: Reading, mail: MailAddress): Promise<Person | undefined> {
  const people = db.look<PersonTables & AuthUserTables>().selectFrom('person')
  return people
    .innerJoin('authUser', 'authUser.id', 'person.accountId')
    .selectAll('person')
    .where('authUser.email', '=', mail)
    .executeTakeFirst()
}

/** People in the order in which they came, with the addresses of those who can sign in. */
export function listed(db: Reading, after: PersonId | 0, limit: number): Promise<(Person & { mail: string | null })[]> {
  const people = db.look<PersonTables & AuthUserTables>().selectFrom('person')
  return people
    .leftJoin('authUser', 'authUser.id', 'person.accountId')
    .selectAll('person')
    .select('authUser.email as mail')
    .where('person.id', '>', after as PersonId)
    .orderBy('person.id')
    .limit(limit)
    .execute()
}

/** Undefined when the name, or the account, belongs to somebody already. */
export function addWhereFree(tx: Writing, person: Omit<Person, 'id'>): Promise<Person | undefined> {
  const insert = tx.change<PersonTables>().insertInto('person').values(person)
  return insert
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function add(tx: Writing, person: Omit<Person, 'id'>): Promise<Person> {
  return tx.change<PersonTables>().insertInto('person').values(person).returningAll().executeTakeFirstOrThrow()
}
