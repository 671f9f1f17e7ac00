import { giveRole as give, type Person, personById, ROLES, type Role, takeRole } from '../domain/people/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

/** Gives somebody one role beside those that they hold, within limits where some are named, or takes it. */
export async function giveRole(context: CommandContext, given: Given): Promise<void> {
  const personId = personIdFrom(given.text('person'))
  const role = roleFrom(given.text('role'))
  const { store, clock } = await context.openParley()
  const change = { personId, role, byId: null, at: clock() }
  const limits = { sections: listed(given, 'sections'), languages: listed(given, 'languages') }
  await store.write((tx) => (given.has('take') ? takeRole(tx, change) : give(tx, { ...change, limits })))
  const { name } = (await personById(store, personId))!
  context.say(given.has('take') ? `${name} has no longer the role "${role}".` : `${name} has the role "${role}".`)
}

/** The number of a person; throws a Refusal for what is none. */
export function personIdFrom(text: string): Person['id'] {
  const id = idFrom<'person'>(text)
  if (!id) throw new Refusal(`"${text}" is no number of a person; "npx parley person list" shows them.`)
  return id
}

function roleFrom(text: string): Role {
  const role = ROLES.find((known) => known === text)
  if (!role)
    throw new Refusal(
      `There is no role "${text}" to give; there are ${ROLES.join(', ')}. Whoever has an account is a reader.`,
    )
  return role
}

function listed(given: Given, option: string): string[] {
  return (given.perhaps(option) ?? '').split(',').filter(Boolean)
}
