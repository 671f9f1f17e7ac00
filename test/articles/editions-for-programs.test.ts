import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type ArticleTables,
  EDITION_STATES,
  type EditionId,
  saveArticle,
  saveEdition,
  savePublication,
} from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { type Language, languageFrom } from '../../src/kit/language.ts'
import type { Writing } from '../../src/store/index.ts'
import { randomBetween } from '../support/chance.ts'
import { DATABASES } from '../support/databases.ts'
import { openSite, type Site } from '../support/site.ts'

const MIXES = { SQLite: 500, PostgreSQL: 60 }
const AT_ONCE = 8
const LANGUAGES = ['en', 'ru', 'de', 'ar'].map((tag) => languageFrom(tag)!)

for (const { name, open } of DATABASES) {
  const mixes = MIXES[name as keyof typeof MIXES] ?? 60
  test(`on ${name}, of ${mixes} mixes of editions no page and no sitemap tells programs anything wrong`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const addresses = await filled(site, mixes)
    const pages = new Map<string, Told>()
    for (let at = 0; at < addresses.length; at += AT_ONCE)
      for (const [url, told] of await Promise.all(addresses.slice(at, at + AT_ONCE).map((path) => toldAt(site, path))))
        pages.set(url, told)
    assert.deepEqual([...pages].flatMap(([url, told]) => wrongWith(url, told, pages)).slice(0, 5), [])
    const listed = await sitemap(site)
    const wanted = [...pages].flatMap(([url, { status, isListed }]) => (status === 200 && isListed ? [url] : []))
    assert.deepEqual(listed.toSorted(), wanted.toSorted())
    assert.ok(wanted.length > mixes / 2)
  })
}

interface Told {
  status: number
  lang: string
  isListed: boolean
  canonical: string
  alternates: Map<string, string[]>
}

/** Articles in every mix of states, some with former addresses; all addresses at which readers find something. */
async function filled({ parley }: Site, mixes: number): Promise<string[]> {
  const { store, clock, tail } = parley
  const at = clock()
  const paths: string[] = []
  const { seq } = await store.write(async (tx) => {
    const names = LANGUAGES.map((language) => ({ language, name: 'The Harbour Review', motto: '' }))
    const around = { zone: 'Europe/Berlin', telegram: null, mail: null, demoSince: null }
    await savePublication(tx, { defaultLanguage: LANGUAGES[0]!, ...around, languages: names }, at)
    for (let mix = 0; mix < mixes; mix++) {
      const article = { key: `mix-${mix}`, sectionId: null, pictureId: null, publishedAt: at }
      const { id: articleId } = await saveArticle(tx, article, at)
      for (const language of LANGUAGES) paths.push(...(await someEdition(tx, { articleId, language, mix, at })))
    }
  })
  await tail.until(seq)
  return paths
}

async function someEdition(
  tx: Writing,
  {
    articleId,
    language,
    mix,
    at,
  }: { articleId: Parameters<typeof saveEdition>[1]['articleId']; language: Language; mix: number; at: number },
): Promise<string[]> {
  const state = ['absent', ...EDITION_STATES, 'published', 'published'][randomBetween(0, EDITION_STATES.length + 3)]!
  if (state === 'absent') return []
  const words = { title: `Mix ${mix}`, standfirst: '', pictureAlt: '', pictureCaption: '', words: 'Words.' }
  const slugs = randomBetween(0, 5) === 0 ? [`old-${mix}`, `mix-${mix}`] : [`mix-${mix}`]
  let id: EditionId
  for (const slug of slugs)
    ({ id } = await saveEdition(tx, { articleId, language, slug, publishedAt: at - 1, ...words }, at, editionChanged))
  const unreviewed = randomBetween(0, 5) === 0 ? 1 : 0
  const hidden = state === 'draft' || state === 'in-review' ? { feedPath: null, publishedAt: null } : {}
  const later = state === 'scheduled' ? { publishedAt: at + 10 ** 9, feedPath: null } : {}
  const row = { state: state as (typeof EDITION_STATES)[number], unreviewed, ...hidden, ...later } as const
  await tx.change<ArticleTables>().updateTable('edition').set(row).where('id', '=', id!).execute()
  const retraction = { editionId: id!, reason: 'It was wrong.', byId: null, at }
  if (state === 'retracted') await tx.change<ArticleTables>().insertInto('retraction').values(retraction).execute()
  return state === 'published' || state === 'retracted' ? [`/${language}/${slugs.at(-1)}`] : []
}

async function toldAt({ url }: Site, path: string): Promise<[string, Told]> {
  const answer = await fetch(url + path, { redirect: 'manual' })
  const text = await answer.text()
  const links = [...text.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)]
  const byLanguage = Map.groupBy(links, ([, language]) => language!)
  const told = {
    status: answer.status,
    lang: /<html[^>]*lang="([^"]+)"/.exec(text)?.[1] ?? '',
    isListed: !text.includes('<meta name="robots" content="noindex">') && !text.includes('class="retraction"'),
    canonical: /<link rel="canonical" href="([^"]+)">/.exec(text)?.[1] ?? '',
    alternates: new Map([...byLanguage].map(([language, some]) => [language, some.map(([, , href]) => href!)])),
  }
  return [url + path, told]
}

/** Every fault of what a page says of its sisters. */
function wrongWith(url: string, told: Told, pages: ReadonlyMap<string, Told>): string[] {
  const { status, lang, isListed, canonical, alternates } = told
  if (status !== 200) return [`${url} answers ${status}`]
  if (!isListed) return alternates.size > 0 ? [`${url} is not for programs and names others`] : []
  const wrong: string[] = []
  if (canonical !== url) wrong.push(`${url} says that it is ${canonical}`)
  if (alternates.get(lang)?.join() !== url) wrong.push(`${url} does not name itself`)
  if (alternates.get('x-default')?.length !== 1) wrong.push(`${url} has no one x-default`)
  for (const [language, hrefs] of alternates) {
    if (hrefs.length !== 1) wrong.push(`${url} names ${hrefs.length} pages in ${language}`)
    const [href = ''] = hrefs
    const there = pages.get(href)
    if (!href.startsWith('http://')) wrong.push(`${url} names ${href}, which is not absolute`)
    if (there?.status !== 200 || !there.isListed) wrong.push(`${url} names ${href}, which is not for programs`)
    if (language !== 'x-default' && there?.lang !== language) wrong.push(`${url} calls ${href} ${language}`)
    if (JSON.stringify([...(there?.alternates ?? [])]) !== JSON.stringify([...alternates]))
      wrong.push(`${href} does not name back ${url}`)
  }
  return wrong
}

async function sitemap({ url }: Site): Promise<string[]> {
  const index = await (await fetch(`${url}/sitemap.xml`)).text()
  const parts = [...index.matchAll(/<loc>([^<]*\/sitemap\/\d+\.xml)<\/loc>/g)].map(([, part]) => part!)
  const texts = await Promise.all(parts.map(async (part) => (await fetch(part)).text()))
  return texts.flatMap((text) => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc!))
}
