import { paths } from '../../../addresses/paths.ts'
import { keepAsRevision } from '../../../domain/translation/index.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from '../writing/named.ts'

/** Makes what one has translated and not saved a revision of the edition. */
export const create = taking({ params: EDITION }, async (ask, { edition: id }) => {
  const by = await ask.person()
  const location = paths.deskTranslation(id, await ask.language(), 'revision')
  return submitAnew(ask, by, [], async (tx) => {
    await keepAsRevision(tx, { id, by, at: ask.at })
    return { location }
  })
})
