import { publicationOf } from '../domain/articles/index.ts'
import { takeSecondFactorAway } from '../domain/people/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { personWith } from './person-by-mail.ts'

/** Lets somebody in again who has lost phone and recovery codes; a letter tells them. */
export async function removeSecondFactor(context: CommandContext, given: Given): Promise<void> {
  const parley = await context.openParley()
  const { name } = await personWith(parley, given.text('mail'))
  const { defaultLanguage } = await publicationOf(parley.store)
  await takeSecondFactorAway(parley.people.signInContext, given.text('mail'), { byId: null, language: defaultLanguage })
  context.say(`${name} signs in without a second step from now on.`)
}
