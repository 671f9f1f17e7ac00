import { stableJson } from '../../../../kit/json.ts'
import type { Language } from '../../../../kit/language.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import { publicationChanged } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import { inLanguage } from '../names.ts'
import { publicationOf } from '../publications.ts'
import { mustBePage, type PagePlace, type StaticPage, type StaticPageWords } from './static-page.ts'

const MOST_PAGES = 50

/** All pages in their order, with their words in every language. */
export async function staticPages(db: Reading): Promise<StaticPage[]> {
  const pages = db.look<ArticleTables>().selectFrom('staticPage').selectAll().orderBy('position').orderBy('id')
  const words = db.look<ArticleTables>().selectFrom('staticPageWords').selectAll().orderBy('language')
  const [inOrder, worded] = await Promise.all([pages.limit(MOST_PAGES).execute(), words.execute()])
  return inOrder.map(({ id, slug, place }) => {
    const own = worded.filter(({ pageId }) => pageId === id)
    return { slug, place, words: own.map(({ language, title, words }) => ({ language, title, words })) }
  })
}

/** How pages are led to: by title, in a language or else in another. */
export async function pageLinks(
  db: Reading,
  language: Language,
): Promise<{ slug: string; place: PagePlace; title: string }[]> {
  const { defaultLanguage } = await publicationOf(db)
  const words = db
    .look<ArticleTables>()
    .selectFrom('staticPage')
    .innerJoin('staticPageWords', 'staticPageWords.pageId', 'staticPage.id')
    .select(['staticPage.slug', 'staticPage.place', 'staticPageWords.language', 'staticPageWords.title'])
    .where('staticPage.place', '!=', 'nowhere')
    .orderBy('staticPage.position')
    .orderBy('staticPage.id')
    .orderBy('staticPageWords.language')
  const pages = [...Map.groupBy(await words.execute(), ({ slug }) => slug).values()]
  return pages.map((own) => {
    const { slug, place, title } = inLanguage(own, language, defaultLanguage)!
    return { slug, place, title }
  })
}

/** The addresses of all pages in their order, each with the languages in which it can be read. */
export async function pageAddresses(db: Reading): Promise<{ slug: string; languages: Language[] }[]> {
  const rows = await db
    .look<ArticleTables>()
    .selectFrom('staticPage')
    .innerJoin('staticPageWords', 'staticPageWords.pageId', 'staticPage.id')
    .select(['staticPage.slug', 'staticPageWords.language'])
    .orderBy('staticPage.position')
    .orderBy('staticPage.id')
    .execute()
  const bySlug = [...Map.groupBy(rows, ({ slug }) => slug)]
  return bySlug.map(([slug, own]) => ({ slug, languages: own.map(({ language }) => language) }))
}

/** The page at an address, in a language or else in another; undefined where there is none. */
export async function staticPageAt(
  db: Reading,
  slug: string,
  language: Language,
): Promise<(StaticPageWords & { slug: string; languages: Language[] }) | undefined> {
  const own = db
    .look<ArticleTables>()
    .selectFrom('staticPage')
    .innerJoin('staticPageWords', 'staticPageWords.pageId', 'staticPage.id')
    .where('staticPage.slug', '=', slug)
  const languages = await own.select('staticPageWords.language').orderBy('staticPageWords.language').execute()
  const chosen = inLanguage(languages, language, (await publicationOf(db)).defaultLanguage)
  if (!chosen) return
  const words = own.select(['staticPageWords.language', 'staticPageWords.title', 'staticPageWords.words'])
  const said = await words.where('staticPageWords.language', '=', chosen.language).executeTakeFirst()
  return said && { slug, ...said, languages: languages.map((one) => one.language) }
}

/** Makes these the publication's pages, in this order; throws Trouble where one cannot be, or two have one address. */
export async function saveStaticPages(tx: Writing, pages: readonly StaticPage[], at: number): Promise<void> {
  if (pages.length > MOST_PAGES) throw new Trouble('invalid', 'pages.too-many', { limit: MOST_PAGES })
  if (new Set(pages.map(({ slug }) => slug)).size < pages.length) throw new Trouble('conflict', 'slug.taken')
  if (stableJson(await staticPages(tx)) === stableJson(pages.map(mustBePage))) return
  await tx.change<ArticleTables>().deleteFrom('staticPageWords').execute()
  await tx.change<ArticleTables>().deleteFrom('staticPage').execute()
  for (const [position, { slug, place, words }] of pages.entries()) {
    const insert = tx.change<ArticleTables>().insertInto('staticPage').values({ slug, place, position })
    const { id: pageId } = await insert.returning('id').executeTakeFirstOrThrow()
    const rows = words.map(({ language, title, words }) => ({ pageId, language, title, words }))
    await tx.change<ArticleTables>().insertInto('staticPageWords').values(rows).execute()
  }
  tx.note(publicationChanged, { at })
}
