import { paths } from '../../../addresses/paths.ts'
import { declineAsk } from '../../../domain/people/index.ts'
import { id } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { PERSON, personIn } from '../../people/index.ts'

/** Says no to somebody who asked for an imported name; they read it on that name's page. */
export const create = taking(
  { params: PERSON, form: { to: id<'person'>('person.missing') } },
  async (ask, { person, to: personId }) => {
    const by = await ask.person()
    const location = paths.deskPeople(await ask.language())
    return submitAnew(ask, by, [String(personId)], async (tx) => {
      const { id: placeholderId } = await personIn(tx, person)
      await declineAsk(tx, { placeholderId, personId, byId: by.id, at: ask.at })
      return { location }
    })
  },
)
