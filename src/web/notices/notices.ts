import { paths } from '../../addresses/paths.ts'
import { asksWaitingFor, type PersonId } from '../../domain/people/index.ts'
import { correctionNoticesOf, noticesOf, readCorrections, readNotices } from '../../domain/reach/index.ts'
import { correctionById } from '../../domain/sources/index.ts'
import { questionsWaitingFor } from '../../domain/translation/index.ts'
import type { Writing } from '../../store/index.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { personalList } from '../http/personal-list.ts'
import { idOrNone } from '../http/shapes.ts'
import { freshKey, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { type NoticesShown, noticesPage } from './notices-page.ts'

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
    corrections: before === undefined ? await correctionsFor(ask, id) : [],
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
    await readCorrections(tx, by.id, ask.at, ask.at)
    return { location }
  })
  while ((await ask.store.write(read)).value);
  return answer
})

const MOST_CORRECTIONS = 10

/** What was corrected that concerns somebody, with the article in the reader's language or another. */
async function correctionsFor(ask: Ask, personId: PersonId): Promise<NoticesShown['corrections']> {
  const language = await ask.language()
  return ask.store.read(async (db) => {
    const notices = await correctionNoticesOf(db, personId, MOST_CORRECTIONS)
    const said = await Promise.all(notices.map(({ correctionId }) => correctionById(db, correctionId)))
    return notices.flatMap(({ at, readAt }, index) => {
      const one = said[index]!.find((edition) => edition.language === language) ?? said[index]![0]
      return one ? [{ at, readAt, correction: one }] : []
    })
  })
}
