import { paths } from '../../addresses/paths.ts'
import { consentsOf, erasureRequestOf } from '../../domain/people/index.ts'
import { page } from '../http/answers.ts'
import { taking } from '../http/taking.ts'
import { dataPage } from './data-page.ts'

const MOST_CONSENTS = 50

/** What is kept of somebody, and what they may do about it. */
export const show = taking({}, async (ask) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { id } = await ask.person()
  const isLeaving = (await erasureRequestOf(ask.store, id)) !== undefined
  const consents = await consentsOf(ask.store, id, MOST_CONSENTS)
  const shown = { copy: paths.ownData, erasure: paths.accountErasure(frame.language), isLeaving, consents }
  return page(dataPage(frame, shown, say))
})
