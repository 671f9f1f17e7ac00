import { type Person, type PersonId, peopleListed } from '../domain/people/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'

const AT_ONCE = 500

/** Prints one line for each person: number, role, name, mail. */
export async function listPeople(context: CommandContext, given: Given): Promise<void> {
  const { store } = await context.openParley()
  const all = given.has('placeholders')
  for (let after: PersonId | 0 = 0; ; ) {
    const people = await peopleListed(store, after, AT_ONCE)
    for (const person of people) if (all || person.accountId !== null) context.say(lineOf(person))
    if (people.length < AT_ONCE) return
    after = people.at(-1)!.id
  }
}

function lineOf({ id, accountId, role, name, mail }: Person & { mail: string | null }) {
  return `${id}\t${accountId === null ? 'placeholder' : role}\t${name}\t${mail ?? ''}`.trimEnd()
}
