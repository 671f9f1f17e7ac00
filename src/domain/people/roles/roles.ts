import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { type AuditState, record } from '../../audit/index.ts'
import { roleGiven, roleTaken } from '../acts.ts'
import { roleGranted } from '../events.ts'
import { byId } from '../people.ts'
import type { PersonId } from '../person.ts'
import { giveRoles } from '../policy.ts'
import { mustMay } from '../rights/right.ts'
import { heldFrom, limitsAsText } from './grant.ts'
import { addGrant, countAdministrators, endGrant, inForce, memberById } from './grants.ts'
import { exceeds, type HeldRole, type Limits, type Role, UNLIMITED } from './role.ts'

export interface Giving {
  personId: PersonId
  role: Role
  limits?: Limits
  /** The administrator who decides it; null for the operator at the terminal. */
  byId: PersonId | null
  at: number
}

/** Gives somebody a role, or other limits to one that they hold. Throws for a placeholder, for oneself, and for limits that the role has not. */
export async function giveRole(tx: Writing, { personId, role, limits = UNLIMITED, byId, at }: Giving): Promise<void> {
  if (exceeds(role, limits)) throw new Trouble('invalid', 'role.without-limits')
  await inTurn(tx, byId)
  if (byId === personId) throw new Trouble('forbidden', 'role.not-to-oneself')
  await mustHaveAccount(tx, personId)
  const held = { role, ...limits }
  const before = await heldBy(tx, personId, role)
  if (before && isSame(before, held)) return
  if (before) await endGrant(tx, { personId, role }, { byId, at })
  await addGrant(tx, { personId, held, byId, at })
  await record(tx, roleGiven, { byId, aboutId: personId, before: before && told(before), after: told(held), at })
  tx.note(roleGranted, { about: personId, at })
}

export type Taking = Omit<Giving, 'limits'>

/** Takes a role away; nothing changes where it is not held. Throws for the last administrator, who would leave nobody to undo it. */
export async function takeRole(tx: Writing, { personId, role, byId, at }: Taking): Promise<void> {
  await inTurn(tx, byId)
  const before = await heldBy(tx, personId, role)
  if (!before) return
  if (role === 'admin' && (await countAdministrators(tx)) === 1)
    throw new Trouble('conflict', 'role.last-administrator')
  await endGrant(tx, { personId, role }, { byId, at })
  await record(tx, roleTaken, { byId, aboutId: personId, before: told(before), at })
  tx.note(roleGranted, { about: personId, at })
}

/** @NOTE who decides is looked up anew: their own role may have been taken in this moment. */
async function inTurn(tx: Writing, byId: PersonId | null) {
  await tx.inTurn('roles')
  if (byId === null) return
  const by = await memberById(tx, byId)
  if (!by) throw new Trouble('forbidden', 'person.unknown')
  mustMay(giveRoles, by, undefined)
}

async function mustHaveAccount(tx: Writing, id: PersonId) {
  const person = await byId(tx, id)
  if (!person) throw new Trouble('missing', 'person.missing')
  if (person.accountId === null) throw new Trouble('conflict', 'person.placeholder')
}

async function heldBy(tx: Writing, personId: PersonId, role: Role): Promise<HeldRole | null> {
  const row = (await inForce(tx, personId)).find((grant) => grant.role === role)
  return row ? heldFrom(row) : null
}

function isSame(one: Limits, other: Limits): boolean {
  return JSON.stringify(limitsAsText(one)) === JSON.stringify(limitsAsText(other))
}

/** A role as the audit log tells it. */
export function told({ role, sections, languages }: HeldRole): AuditState {
  return { role, sections, languages }
}
