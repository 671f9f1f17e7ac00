import { paths } from '../../../addresses/paths.ts'
import { withdrawEdition } from '../../../domain/articles/index.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from './named.ts'

/** Takes an edition from sight. */
export const create = taking({ params: EDITION }, async (ask, { edition: id }) => {
  const by = await ask.person()
  const location = paths.deskEdition(id, await ask.language(), 'withdrawn')
  return submitAnew(ask, by, [], async (tx) => {
    await withdrawEdition(tx, { id, by, at: ask.at })
    return { location }
  })
})
