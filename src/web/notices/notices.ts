import { paths } from '../../addresses/paths.ts'
import { asksWaitingFor } from '../../domain/people/index.ts'
import { noticesOf, readNotices } from '../../domain/reach/index.ts'
import { questionsWaitingFor } from '../../domain/translation/index.ts'
import type { Writing } from '../../store/index.ts'
import { page } from '../http/answers.ts'
import { personalList } from '../http/personal-list.ts'
import { idOrNone } from '../http/shapes.ts'
import { freshKey, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { noticesPage } from './notices-page.ts'

/** What a person was told, newest first, a page at a time. */
export const show = taking({ query: { before: idOrNone() } }, async (ask, { before }) => {
  const by = await ask.person()
  const { id } = by
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const { shown, last } = await personalList(ask, language, (db, limit) => noticesOf(db, id, before, limit))
  const upTo = shown[0]?.id ?? 0
  const data = {
    notices: shown,
    waiting: before === undefined ? await asksWaitingFor(ask.store, by) : 0,
    questions: before === undefined ? await questionsWaitingFor(ask.store, by) : 0,
    reading: { action: paths.noticesRead, key: freshKey(), hidden: { upTo: String(upTo) } },
    older: last ? `${paths.notices(language)}&before=${last.id}` : null,
  }
  return page(noticesPage(frame, data, say))
})

/** Marks as read what the page showed, and what is older; what came since stays unread. */
export const read = taking({ form: { upTo: idOrNone() } }, async (ask, { upTo = 0 }) => {
  const by = await ask.person()
  const location = paths.notices(await ask.language())
  const read = (tx: Writing) => readNotices(tx, by.id, upTo, ask.at)
  const answer = await submitOnce(ask, by, [String(upTo)], async (tx) => {
    await read(tx)
    return { location }
  })
  while ((await ask.store.write(read)).value);
  return answer
})
