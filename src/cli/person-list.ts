import { type HeldRole, type Person, type PersonId, peopleListed, rolesOfEach } from '../domain/people/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

const AT_ONCE = 500

/** Prints one line for each person: number, role, name, mail. */
export async function listPeople(context: CommandContext, given: Given): Promise<void> {
  const { store } = await context.openParley()
  const all = given.has('placeholders')
  for (let after: PersonId | 0 = 0; ; ) {
    const people = await peopleListed(store, after, AT_ONCE)
    const roles = await rolesOfEach(
      store,
      people.map(({ id }) => id),
    )
    for (const person of people)
      if (all || person.accountId !== null) context.say(lineOf(person, roles.get(person.id) ?? []))
    if (people.length < AT_ONCE) return
    after = people.at(-1)!.id
  }
}

function lineOf({ id, accountId, name, mail }: Person & { mail: string | null }, roles: readonly HeldRole[]) {
  const held = roles.length > 0 ? roles.map(({ role }) => role).join(', ') : 'reader'
  return `${id}\t${accountId === null ? 'placeholder' : held}\t${name}\t${mail ?? ''}`.trimEnd()
}
