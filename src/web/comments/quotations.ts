import { paths } from '../../addresses/paths.ts'
import { filled, quotationsOf, shownRow, shownRows } from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import { idOrNone } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { mutedFor } from '../mutes/index.ts'
import { COMMENT } from './named.ts'
import { quotationsPage } from './quotations-page.ts'

const ON_A_PAGE = 50

/** Who quoted a comment, a page at a time. */
export const show = taking({ params: COMMENT, query: { after: idOrNone() } }, async (ask, { comment: id, after }) => {
  const { store } = ask
  const row = await shownRow(store, id)
  if (!row) throw new Trouble('missing', 'comment.missing')
  const quotations = await quotationsOf(store, id, after ?? 0, ON_A_PAGE)
  const quoting = await shownRows(store, [...new Set(quotations.map(({ commentId }) => commentId))])
  const [comment, ...quotedBy] = await filled(store, [row, ...quoting])
  const frame = await ask.frame()
  const path = `${paths.quotations(id, frame.language)}&after=${quotations.at(-1)?.id}`
  const further = quotations.length === ON_A_PAGE ? path : null
  const [rules, muted] = [await rulesIn(store, frame.language), await mutedFor(await ask.asker(), store)]
  return page(quotationsPage(frame, { comment: comment!, quotedBy, rules, muted, further }, await ask.say()))
})
