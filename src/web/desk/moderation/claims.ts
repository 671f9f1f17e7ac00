import { paths } from '../../../addresses/paths.ts'
import { claim, release } from '../../../domain/moderation/index.ts'
import { flag } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { CASE } from './case.ts'

/** Takes a case to work on it alone, or gives it back. */
export const create = taking({ params: CASE, form: { end: flag } }, async (ask, { case: id, end }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitAnew(ask, by, [String(end)], async (tx) => {
    await (end ? release(tx, { id, by }) : claim(tx, { id, by, at: ask.at }))
    return { location: paths.deskCase(id, language) }
  })
})
