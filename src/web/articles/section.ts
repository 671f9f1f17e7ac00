import { paths } from '../../addresses/paths.ts'
import { type List, languagesWith, sections } from '../../domain/articles/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, type Reading } from '../../store/index.ts'
import { text } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { BEFORE, partOfList } from './article-list.ts'
import { articleListPage } from './article-list-page.ts'

/** What a section has published, newest first, a page at a time. */
export const show = shared({ params: { section: text }, query: BEFORE }, async (ask, { section: slug, before }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const language = frame.language as Language
  const offered = frame.publication.languages.map((one) => one.language as Language)
  const path = paths.section(language, slug)
  const { section, languages, list, version } = await ask.store.read(async (db) => {
    const section = await sectionNamed(db, language, slug)
    const held: List = { of: 'section', id: section.id }
    return {
      section,
      languages: await languagesWith(db, offered, held),
      list: await partOfList(db, language, held, { path, before }),
      version: await latestSeq(db),
    }
  })
  const body = articleListPage(
    frame,
    {
      ...list,
      name: section.name,
      description: frame.publication.motto,
      path,
      alternates: languages.map((to) => ({ language: to, path: paths.section(to, slug) })),
      section: slug,
      empty: say('section.empty'),
    },
    say,
  )
  return { body: String(body), type: HTML, articleId: null, version }
})

export async function sectionNamed(db: Reading, language: Language, slug: string) {
  const section = (await sections(db, language)).find((one) => one.slug === slug)
  if (!section) throw new Trouble('missing', 'page.missing')
  return section
}
