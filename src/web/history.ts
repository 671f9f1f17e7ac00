import { filled, shownRow, wordingsOf } from '../domain/discussion/index.ts'
import { mayModerate } from '../domain/people/index.ts'
import { Trouble } from '../kit/trouble.ts'
import { page } from './answers.ts'
import type { Handler } from './ask.ts'
import { historyPage } from './pages/history-page.ts'
import { commentIdIn } from './permalink.ts'

/** How a comment's words stood before and after each edit; of a removed one only for those who moderate. */
export const show: Handler = async (ask) => {
  const { store } = ask.web
  const row = await shownRow(store, commentIdIn(ask))
  if (!row) throw new Trouble('missing', 'comment.missing')
  const asker = row.html === null ? await ask.asker() : undefined
  if (row.html === null && !(asker && mayModerate(asker))) throw new Trouble('gone', 'comment.removed')
  const [comment] = await filled(store, [row])
  const wordings = (await wordingsOf(store, row.id)).toReversed()
  const revisions = wordings.map((wording) => ({ ...wording, at: wording.at ?? row.postedAt ?? 0 }))
  return page(historyPage(await ask.frame(), { comment: comment!, revisions }, await ask.say()))
}
