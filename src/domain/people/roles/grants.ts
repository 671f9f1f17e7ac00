import type { Reading, Writing } from '../../../store/index.ts'
import { byId, type PersonTables } from '../people.ts'
import type { Person, PersonId } from '../person.ts'
import { type Grant, type GrantRow, type GrantTables, heldFrom, limitsAsText } from './grant.ts'
import type { HeldRole, Member, Role } from './role.ts'

type Tables = GrantTables & PersonTables

export async function rolesOf(db: Reading, personId: PersonId): Promise<HeldRole[]> {
  return (await inForce(db, personId)).map(heldFrom)
}

export async function memberById(db: Reading, id: PersonId): Promise<Member | undefined> {
  const person = await byId(db, id)
  return person && { ...person, roles: await rolesOf(db, id) }
}

/** The roles of a bounded list of people, by their numbers. */
export async function rolesOfEach(db: Reading, ids: readonly PersonId[]): Promise<Map<PersonId, HeldRole[]>> {
  if (ids.length === 0) return new Map()
  const grants = db.look<Tables>().selectFrom('roleGrant').selectAll().where('takenAt', 'is', null)
  const rows = await grants.where('personId', 'in', ids).orderBy('id').execute()
  return new Map([...Map.groupBy(rows, ({ personId }) => personId)].map(([id, own]) => [id, own.map(heldFrom)]))
}

/** Those who hold a role, by number. */
export function staffListed(db: Reading, after: PersonId | 0, limit: number): Promise<Person[]> {
  const people = db.look<Tables>().selectFrom('person').selectAll()
  const grants = db.look<Tables>().selectFrom('roleGrant').select('personId').where('takenAt', 'is', null)
  const staff = people.where('id', 'in', grants).where('id', '>', after as PersonId)
  return staff.orderBy('id').limit(limit).execute()
}

/** Every role that somebody was given, the latest first. */
export async function grantsTo(db: Reading, personId: PersonId, limit: number): Promise<Grant[]> {
  const grants = db.look<Tables>().selectFrom('roleGrant').selectAll().where('personId', '=', personId)
  const rows = await grants.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, ...heldFrom(row) }))
}

export async function inForce(db: Reading, personId: PersonId): Promise<GrantRow[]> {
  const grants = db.look<Tables>().selectFrom('roleGrant').selectAll().where('personId', '=', personId)
  return grants.where('takenAt', 'is', null).orderBy('id').execute()
}

export async function countAdministrators(db: Reading): Promise<number> {
  const grants = db.look<Tables>().selectFrom('roleGrant').where('role', '=', 'admin').where('takenAt', 'is', null)
  const { count } = await grants.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

export interface Granting {
  personId: PersonId
  held: HeldRole
  byId: PersonId | null
  at: number
}

export async function addGrant(tx: Writing, { personId, held, byId: grantedById, at }: Granting): Promise<void> {
  const story = { grantedById, grantedAt: at, takenById: null, takenAt: null }
  const row = { personId, role: held.role, ...limitsAsText(held), ...story }
  await tx.change<Tables>().insertInto('roleGrant').values(row).execute()
}

export async function endGrant(
  tx: Writing,
  { personId, role }: { personId: PersonId; role: Role },
  { byId: takenById, at: takenAt }: Pick<Granting, 'byId' | 'at'>,
): Promise<void> {
  const grants = tx.change<Tables>().updateTable('roleGrant').set({ takenById, takenAt })
  await grants.where('personId', '=', personId).where('role', '=', role).where('takenAt', 'is', null).execute()
}
