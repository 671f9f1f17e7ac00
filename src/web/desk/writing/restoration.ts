import { paths } from '../../../addresses/paths.ts'
import { restoreRevision } from '../../../domain/articles/index.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { REVISION } from './revision.ts'

/** Makes the words of a revision those that stand at the desk; what stood before is kept. */
export const create = taking({ params: REVISION }, async (ask, { edition: id, revision: number }) => {
  const by = await ask.person()
  const location = paths.deskEdition(id, await ask.language(), 'restored')
  return submitAnew(ask, by, [], async (tx) => {
    await restoreRevision(tx, { id, number, by, at: ask.at })
    return { location }
  })
})
