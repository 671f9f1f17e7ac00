import { paths } from '../../addresses/paths.ts'
import { type List, languagesWith, tagAt } from '../../domain/articles/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, type Reading } from '../../store/index.ts'
import type { Frame } from '../html/frame.ts'
import type { Html } from '../html/template.ts'
import type { Ask } from '../http/ask.ts'
import { text } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { BEFORE, partOfList } from './article-list.ts'
import { articleListPage } from './article-list-page.ts'

/** What is published under a tag, newest first, a page at a time. */
export const show = shared({ params: { tag: text }, query: BEFORE }, async (ask, { tag: slug, before }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const language = frame.language as Language
  const offered = frame.publication.languages.map((one) => one.language as Language)
  const path = paths.tag(language, slug)
  const { tag, languages, list, version } = await ask.store.read(async (db) => {
    const tag = await tagNamed(db, language, slug)
    const under: List = { of: 'tag', id: tag.id }
    return {
      tag,
      languages: await languagesWith(db, offered, under),
      list: await partOfList(db, language, under, { path, before }),
      version: await latestSeq(db),
    }
  })
  const alternates = languages.map((to) => ({ language: to, path: paths.tag(to, slug) }))
  const about = { name: tag.name, description: frame.publication.motto, path, alternates, empty: say('tag.empty') }
  return {
    body: String(articleListPage(frame, { ...list, ...about }, say)),
    type: HTML,
    articleId: null,
    version,
  }
})

/** The page of a tag as it would be under this name. */
export async function tagHtml(ask: Ask, frame: Frame, { slug, name }: Record<'slug' | 'name', string>): Promise<Html> {
  const [language, path] = [frame.language as Language, paths.tag(frame.language, slug)]
  const list = await ask.store.read(async (db) => {
    const tag = await tagAt(db, slug, language)
    const part = tag && (await partOfList(db, language, { of: 'tag', id: tag.id }, { path, before: undefined }))
    return part ?? { editions: [], articles: [], older: null }
  })
  const say = await ask.say()
  const about = { name, description: frame.publication.motto, path, alternates: [], empty: say('tag.empty') }
  return articleListPage(frame, { ...list, ...about }, say)
}

/** The tag at an address; throws Trouble where there is none. */
export async function tagNamed(db: Reading, language: Language, slug: string) {
  const tag = await tagAt(db, slug, language)
  if (!tag) throw new Trouble('missing', 'page.missing')
  return tag
}
