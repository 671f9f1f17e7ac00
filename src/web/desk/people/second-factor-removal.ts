import { paths } from '../../../addresses/paths.ts'
import { publicationOf } from '../../../domain/articles/index.ts'
import { mailOf, type SignInContext, takeSecondFactorAway } from '../../../domain/people/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { seeOther } from '../../http/answers.ts'
import { taking } from '../../http/taking.ts'
import { PERSON, personIn } from '../../people/index.ts'

export interface Given {
  signInContext: SignInContext
}

/** Lets somebody in again who has lost phone and recovery codes; a letter tells them, and the audit log who did it. */
export const create = taking({ params: PERSON }, async (ask, { person }, { signInContext }: Given) => {
  const by = await ask.person()
  const { id } = await personIn(ask.store, person)
  const mail = await mailOf(ask.store, id)
  if (!mail) throw new Trouble('conflict', 'person.placeholder')
  const { defaultLanguage } = await publicationOf(ask.store)
  await takeSecondFactorAway(signInContext, mail, { byId: by.id, language: defaultLanguage })
  return seeOther(`${paths.deskPerson(id, await ask.language())}&done=1`)
})
