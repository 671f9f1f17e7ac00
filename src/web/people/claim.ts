import { paths } from '../../addresses/paths.ts'
import { askForClaim, takeBackAsk } from '../../domain/people/index.ts'
import { flag } from '../http/shapes.ts'
import { submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { PERSON, personIn } from './person-in.ts'

/** Asks to be taken for whoever spoke under an imported name, or with `end` no longer. */
export const create = taking({ params: PERSON, form: { end: flag } }, async (ask, { person, end: ends }) => {
  const by = await ask.person()
  const location = paths.person(person, await ask.language())
  return submitAnew(ask, by, [String(ends)], async (tx) => {
    const placeholder = await personIn(tx, person)
    if (ends) await takeBackAsk(tx, placeholder.id, by.id)
    else await askForClaim(tx, placeholder, { personId: by.id, at: ask.at })
    return { location }
  })
})
