import { giveRole } from '../domain/people/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { personWith } from './person-by-mail.ts'

export async function makeAdmin(context: CommandContext, given: Given): Promise<void> {
  const parley = await context.openParley()
  const { id, name } = await personWith(parley, given.text('mail'))
  const giving = { personId: id, role: 'admin', byId: null, at: parley.clock() } as const
  await parley.store.write((tx) => giveRole(tx, giving))
  context.say(`${name} is an administrator.`)
}
