import { claimPlaceholder as claim } from '../domain/people/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { personWith } from './person-by-mail.ts'
import { personIdFrom } from './person-role.ts'

/** Hands over what a placeholder said; the operator at the terminal decides it. */
export async function claimPlaceholder(context: CommandContext, given: Given): Promise<void> {
  const placeholderId = personIdFrom(given.text('placeholder'))
  const parley = await context.openParley()
  const { id: personId, name } = await personWith(parley, given.text('mail'))
  const at = parley.clock()
  await parley.store.write((tx) => claim(tx, parley.people.holders, { placeholderId, personId, byId: null, at }))
  context.say(`What placeholder ${placeholderId} said is now said by ${name}.`)
}
