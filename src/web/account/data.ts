import { paths } from '../../addresses/paths.ts'
import { erasureRequestOf } from '../../domain/people/index.ts'
import { page } from '../http/answers.ts'
import { taking } from '../http/taking.ts'
import { dataPage } from './data-page.ts'

/** What is kept of somebody, and what they may do about it. */
export const show = taking({}, async (ask) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { id } = await ask.person()
  const isLeaving = (await erasureRequestOf(ask.store, id)) !== undefined
  const shown = { copy: paths.ownData, erasure: paths.accountErasure(frame.language), isLeaving }
  return page(dataPage(frame, shown, say))
})
