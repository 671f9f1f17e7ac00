import { paths } from '../../../addresses/paths.ts'
import { reviewEdition } from '../../../domain/articles/index.ts'
import { flag } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from './named.ts'

/** Asks a colleague to read a draft; with `end` it goes on being written. */
export const create = taking({ params: EDITION, form: { end: flag } }, async (ask, { edition: id, end }) => {
  const by = await ask.person()
  const location = paths.deskEdition(id, await ask.language(), end ? 'draft' : 'in-review')
  return submitAnew(ask, by, [String(end)], async (tx) => {
    await reviewEdition(tx, { id, by, at: ask.at, isOver: end })
    return { location }
  })
})
