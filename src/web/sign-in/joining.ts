import { paths } from '../../addresses/paths.ts'
import { agree } from '../../domain/people/index.ts'
import { page } from '../http/answers.ts'
import { siteJoiningWords } from '../http/joining-words.ts'
import { nextPath } from '../http/shapes.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { joiningPage } from './joining-page.ts'

/** Shows whoever came from a site of the publication's own, once, on what terms one takes part here. */
export const show = taking({ query: { next: nextPath } }, async (ask, { next }) => {
  const { name } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.joining(frame.language), key: freshKey(), next }
  return page(joiningPage(frame, { sending, name }, say))
})

/** Records that they agree to these words. */
export const create = taking({ form: { next: nextPath } }, async (ask, { next }) => {
  const person = await ask.person()
  const shown = await siteJoiningWords(ask)
  return submitAnew(ask, person, [], async (tx) => {
    await agree(tx, { personId: person.id, about: 'sign-up', ...shown, at: ask.at })
    return { location: next ?? paths.front(shown.language) }
  })
})
