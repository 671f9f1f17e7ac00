import { paths } from '../addresses/paths.ts'
import { publicationOf } from '../domain/articles/index.ts'
import { operatorLink } from '../domain/people/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { personWith } from './person-by-mail.ts'

/** Prints a link for the operator to hand on, where mails do not arrive. */
export async function printLink(context: CommandContext, given: Given): Promise<void> {
  const parley = await context.openParley()
  const { name } = await personWith(parley, given.text('mail'))
  const token = await operatorLink(parley.people.signInContext, given.text('mail'))
  const { defaultLanguage } = await publicationOf(parley.store)
  context.say(`This link signs ${name} in, once, within ten minutes:`)
  context.say(parley.web.origin + paths.signInLink(defaultLanguage, token))
}
