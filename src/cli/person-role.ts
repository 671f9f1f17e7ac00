import { grantRole, type Person, ROLES, type Role } from '../domain/people/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

export async function giveRole(context: CommandContext, given: Given): Promise<void> {
  const id = personIdFrom(given.text('person'))
  const role = roleFrom(given.text('role'))
  const { store, clock } = await context.openParley()
  const { value } = await store.write((tx) => grantRole(tx, id, role, clock()))
  context.say(`${value.name} has the role "${value.role}".`)
}

/** The number of a person; throws a Refusal for what is none. */
export function personIdFrom(text: string): Person['id'] {
  const id = idFrom<'person'>(text)
  if (!id) throw new Refusal(`"${text}" is no number of a person; "npx parley person list" shows them.`)
  return id
}

function roleFrom(text: string): Role {
  const role = ROLES.find((known) => known === text)
  if (!role) throw new Refusal(`There is no role "${text}"; there are ${ROLES.join(', ')}.`)
  return role
}
