import { paths } from '../../../addresses/paths.ts'
import { takeOver } from '../../../domain/articles/index.ts'
import { mayTranslate } from '../../../domain/translation/index.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from '../writing/named.ts'

/** Takes an edition over from whoever translates or writes it, with all that they have typed. */
export const create = taking({ params: EDITION }, async (ask, { edition: id }) => {
  const by = await ask.person()
  const location = paths.deskTranslation(id, await ask.language(), 'taken-over')
  return submitAnew(ask, by, [], async (tx) => {
    await mayTranslate(tx, { id, by })
    await takeOver(tx, { id, by, at: ask.at })
    return { location }
  })
})
