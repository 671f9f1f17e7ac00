import { paths } from '../../addresses/paths.ts'
import {
  lastPublished,
  type PublishedAddress,
  type PublishedNews,
  pageAddresses,
  publicationOf,
  publishedBetween,
  publishedSince,
  sections,
  tagAddresses,
} from '../../domain/articles/index.ts'
import { DAY_MS } from '../../kit/clock.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq, type Reading } from '../../store/index.ts'
import { type Html, html } from '../html/template.ts'
import { text } from '../http/shapes.ts'
import { shared } from '../http/shared-page.ts'

const XML = 'application/xml; charset=utf-8'
const PLAIN = 'text/plain; charset=utf-8'
/** Source: https://www.sitemaps.org/protocol.html, which allows 50,000; so many are read and written at once in some milliseconds. */
const IN_A_PART = 2_000
/** Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const NEWS_DAYS = 2
const MOST_NEWS = 1_000
const PAGES = 'pages'

/** Where the addresses of everything published are listed, part by part. */
export const index = shared({}, async ({ store, origin }) => {
  const { last, version } = await store.read(async (db) => ({
    last: await lastPublished(db),
    version: await latestSeq(db),
  }))
  const parts = [PAGES, ...Array.from({ length: Math.ceil(last / IN_A_PART) }, (_, at) => String(at))]
  const body = html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.map(
  (part) => html`<sitemap><loc>${origin}${paths.sitemapPart(part)}</loc></sitemap>
`,
)}</sitemapindex>
`
  return { body: String(body), type: XML, articleId: null, version }
})

/** The addresses of a range of articles, or of what stands around them. */
export const part = shared({ params: { part: text } }, async ({ store, origin }, { part }) => {
  const [, name = ''] = /^(pages|\d{1,9})\.xml$/.exec(part) ?? []
  if (name === '') throw new Trouble('missing', 'page.missing')
  const { places, version } = await store.read(async (db) => ({
    places: name === PAGES ? await placesAround(db) : (await publishedIn(db, Number(name))).map(placeOf),
    version: await latestSeq(db),
  }))
  const body = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.map(
  ({
    path,
    at,
  }) => html`<url><loc>${origin}${path}</loc>${at === null ? null : html`<lastmod>${new Date(at).toISOString()}</lastmod>`}</url>
`,
)}</urlset>
`
  return { body: String(body), type: XML, articleId: null, version }
})

/** What was published in the last two days. */
export const news = shared({}, async ({ store, origin, at }) => {
  const { told, publication, version } = await store.read(async (db) => ({
    told: await publishedSince(db, at - NEWS_DAYS * DAY_MS, MOST_NEWS),
    publication: await publicationOf(db),
    version: await latestSeq(db),
  }))
  const nameIn = (language: string) => publication.languages.find((words) => words.language === language)?.name ?? ''
  const body = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${told.map((edition) => newsHtml(edition, origin, nameIn(edition.language)))}</urlset>
`
  const oldest = told.at(-1)
  const until = oldest ? oldest.publishedAt + NEWS_DAYS * DAY_MS : null
  return { body: String(body), type: XML, articleId: null, version, until }
})

/** What programs may read, and where they find what there is. */
export const robots = shared({}, async ({ store, origin }) => {
  const lines = [
    'User-agent: *',
    ...paths.notForPrograms.map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}${paths.sitemap}`,
    `Sitemap: ${origin}${paths.newsSitemap}`,
  ]
  return { body: `${lines.join('\n')}\n`, type: PLAIN, articleId: null, version: await latestSeq(store) }
})

interface SitemapEntry {
  path: string
  at: number | null
}

function placeOf({ language, slug, publishedAt, changedAt }: PublishedAddress): SitemapEntry {
  return { path: paths.article(language, slug), at: changedAt ?? publishedAt }
}

function publishedIn(db: Reading, part: number): Promise<PublishedAddress[]> {
  return publishedBetween(db, part * IN_A_PART + 1, (part + 1) * IN_A_PART + 1)
}

/** Front pages, sections, tags, and pages of the publication's own, in each language. */
async function placesAround(db: Reading): Promise<SitemapEntry[]> {
  const [{ languages, defaultLanguage }, pages] = [await publicationOf(db), await pageAddresses(db)]
  const tags = await tagAddresses(db)
  const rubrics = await sections(db, defaultLanguage)
  const of = (language: string) => [
    paths.front(language),
    ...rubrics.map(({ slug }) => paths.section(language, slug)),
    ...writtenIn(tags, language).map(({ slug }) => paths.tag(language, slug)),
    ...writtenIn(pages, language).map(({ slug }) => paths.page(language, slug)),
  ]
  return languages.flatMap(({ language }) => of(language).map((path) => ({ path, at: null })))
}

function writtenIn<One extends { languages: readonly Language[] }>(all: readonly One[], language: string): One[] {
  return all.filter(({ languages }) => languages.includes(language as Language))
}

function newsHtml({ language, slug, title, publishedAt }: PublishedNews, origin: string, name: string): Html {
  return html`<url><loc>${origin}${paths.article(language, slug)}</loc><news:news><news:publication><news:name>${name}</news:name><news:language>${language}</news:language></news:publication><news:publication_date>${new Date(publishedAt).toISOString()}</news:publication_date><news:title>${title}</news:title></news:news></url>
`
}
