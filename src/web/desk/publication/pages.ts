import { paths } from '../../../addresses/paths.ts'
import { staticPages } from '../../../domain/articles/index.ts'
import { page } from '../../http/answers.ts'
import { taking } from '../../http/taking.ts'
import { pagesListPage } from './pages-list-page.ts'

/** The pages that stand for themselves, and those that most publications have. */
export const show = taking({}, async (ask) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const pages = await ask.store.read(staticPages)
  const listed = pages.map(({ slug, place, words }) => {
    const { title } = words.find((said) => said.language === language) ?? words[0]!
    return { slug, place, title, path: paths.deskStaticPage(slug, language) }
  })
  return page(pagesListPage(frame, listed, say))
})
