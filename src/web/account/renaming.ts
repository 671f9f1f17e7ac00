import { paths } from '../../addresses/paths.ts'
import { rename } from '../../domain/people/index.ts'
import { text } from '../http/shapes.ts'
import { submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { type Given, ownPage } from './account.ts'
import { namesOfPublication } from './name.ts'

/** Gives a person another name, once a month. */
export const create = taking(
  { form: { name: text } },
  async (ask, { name }) => {
    const by = await ask.person()
    const publicationNames = await namesOfPublication(ask)
    const location = `${paths.account(await ask.language())}?done=name`
    return submitAnew(ask, by, [name], async (tx) => {
      await rename(tx, { personId: by.id, name, publicationNames, at: ask.at })
      return { location }
    })
  },
  (ask, { name }, given: Given, wrong) => ownPage(ask, given, { wrong, name }),
)
