import { staticPageAt } from '../../domain/articles/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq } from '../../store/index.ts'
import { text } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { staticPageHtml } from './static-page-html.ts'

/** One of the publication's own pages. */
export const show = shared({ params: { page: text } }, async (ask, { page: slug }) => {
  const frame = await ask.frame()
  const { page, version } = await ask.store.read(async (db) => {
    return { page: await staticPageAt(db, slug, frame.language as Language), version: await latestSeq(db) }
  })
  if (!page) throw new Trouble('missing', 'page.missing')
  return { body: String(staticPageHtml(frame, page, await ask.say())), type: HTML, articleId: null, version }
})
