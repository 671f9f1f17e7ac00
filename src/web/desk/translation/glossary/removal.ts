import { paths } from '../../../../addresses/paths.ts'
import { removeEntry } from '../../../../domain/translation/index.ts'
import { submitAnew } from '../../../http/submit.ts'
import { taking } from '../../../http/taking.ts'
import { ENTRY } from './named.ts'

/** Takes a name out of the glossary. */
export const create = taking({ params: ENTRY }, async (ask, { entry: id }) => {
  const by = await ask.person()
  const location = paths.deskGlossary(await ask.language(), { done: 'removed' })
  return submitAnew(ask, by, [], async (tx) => {
    await removeEntry(tx, { id, by, at: ask.at })
    return { location }
  })
})
