import { filled, formerQuotations, shownRow, wordingsOf } from '../../domain/discussion/index.ts'
import { placeOfComment, readRemoved } from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import { taking } from '../http/taking.ts'
import { historyPage } from './history-page.ts'
import { COMMENT } from './named.ts'

/** How a comment's words stood before and after each edit; of a removed one only for those who moderate. */
export const show = taking({ params: COMMENT }, async (ask, { comment: id }) => {
  const { store } = ask
  const row = await shownRow(store, id)
  if (!row) throw new Trouble('missing', 'comment.missing')
  if (row.state !== 'stands') {
    const asker = await ask.asker()
    const mayRead = asker && readRemoved.may(asker, await placeOfComment(store, row))
    if (!mayRead) throw new Trouble('gone', 'comment.removed')
  }
  const [comment] = await filled(store, [row])
  const wordings = (await wordingsOf(store, row.id)).toReversed()
  const former = await formerQuotations(store, row.id)
  const revisions = wordings.map(({ number, html, at }, index) => ({
    number,
    html,
    at: at ?? row.postedAt ?? 0,
    quotations: index === 0 ? comment!.quotations : (former.get(number) ?? []),
  }))
  return page(historyPage(await ask.frame(), { comment: comment!, revisions }, await ask.say()))
})
