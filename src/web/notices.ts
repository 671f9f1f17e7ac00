import { type ArticleId, editionForEach } from '../domain/articles/index.ts'
import { noticesOf, readNotices } from '../domain/reach/index.ts'
import { idFrom } from '../kit/ids.ts'
import type { Language } from '../kit/language.ts'
import { excerpt } from '../text/excerpt.ts'
import { page } from './answers.ts'
import type { Handler } from './ask.ts'
import { noticesPage } from './pages/notices-page.ts'
import { paths } from './paths.ts'
import { freshKey, sentOnce } from './sending.ts'

const ON_A_PAGE = 40
const LONGEST_EXCERPT = 160

/** What a person was told, newest first, a page at a time. */
export const show: Handler = async (ask) => {
  const { id } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const { rows, editions } = await ask.web.store.read(async (db) => {
    const rows = await noticesOf(db, id, idFrom(ask.query('before')), ON_A_PAGE + 1)
    const articleIds = [...new Set(rows.map(({ articleId }) => articleId as ArticleId))]
    return { rows, editions: await editionForEach(db, articleIds, language as Language) }
  })
  const onPage = rows.slice(0, ON_A_PAGE)
  const notices = onPage.map(({ articleId, plain, ...notice }) => ({
    ...notice,
    on: editions.get(articleId as ArticleId) ?? null,
    words: plain === null ? null : excerpt(plain, LONGEST_EXCERPT),
  }))
  const upTo = onPage[0]?.id ?? 0
  const shown = {
    notices,
    reading: { action: paths.noticesRead, key: freshKey(), hidden: { upTo: String(upTo) } },
    older: rows.length > ON_A_PAGE ? `${paths.notices(language)}&before=${onPage.at(-1)!.id}` : null,
  }
  return page(noticesPage(frame, shown, say))
}

/** Marks as read what the page showed, and what is older; what came since stays unread. */
export const read: Handler = async (ask) => {
  const by = await ask.person()
  const upTo = idFrom(ask.form.get('upTo') ?? '') ?? 0
  const location = paths.notices(await ask.language())
  return sentOnce(ask, by, [String(upTo)], async (tx) => {
    await readNotices(tx, by.id, upTo, ask.at)
    return { status: 303, location }
  })
}
