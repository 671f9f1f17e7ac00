import { paths } from '../../../addresses/paths.ts'
import { undoShaping } from '../../../domain/articles/index.ts'
import { id } from '../../http/shapes.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { PARTS } from './publication.ts'

/** Undoes a change, where the part has not been changed since. */
export const create = taking({ params: { change: id<'shaping'>('shaping.missing') } }, async (ask, { change }) => {
  const by = await ask.person()
  const location = paths.deskOfPublication(await ask.language(), true)
  return submitOnce(ask, by, [], async (tx) => {
    await undoShaping(tx, PARTS, change, { byId: by.id, at: ask.at })
    return { location }
  })
})
