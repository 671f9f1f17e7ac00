import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import {
  type ArticleId,
  type ArticleTables,
  EDITION_STATES,
  type EditionId,
  type EditionState,
  type RevisionId,
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

const MIXES = 500
const AT_ONCE = 8
const LANGUAGES = ['en', 'ru', 'de', 'ar'].map((tag) => languageFrom(tag)!)

for (const { name, open } of DATABASES) {
  test(`on ${name}, of ${MIXES} mixes of editions no page and no sitemap tells programs anything wrong`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const addresses = await filled(site)
    const pages = new Map<string, Told>()
    for (let at = 0; at < addresses.length; at += AT_ONCE)
      for (const [url, told] of await Promise.all(addresses.slice(at, at + AT_ONCE).map((path) => toldAt(site, path))))
        pages.set(url, told)
    assert.deepEqual([...pages].flatMap(([url, told]) => wrongWith(url, told, pages)).slice(0, 5), [])
    const listed = await sitemap(site)
    const wanted = [...pages].flatMap(([url, { status, isListed }]) => (status === 200 && isListed ? [url] : []))
    assert.deepEqual(listed.toSorted(), wanted.toSorted())
    assert.ok(wanted.length > MIXES / 2)
  })
}

interface Told {
  status: number
  lang: string
  isListed: boolean
  canonical: string
  alternates: Map<string, string[]>
}

/** Articles in every mix of states, some with former addresses; all addresses at which readers find something. @NOTE one is saved, and all others are copies of its rows: that costs a tenth. */
async function filled({ parley }: Site): Promise<string[]> {
  const { store, clock, tail } = parley
  const at = clock()
  const { value, seq } = await store.write(async (tx) => {
    const names = LANGUAGES.map((language) => ({ language, name: 'The Harbour Review', motto: '' }))
    const around = { zone: 'Europe/Berlin', telegram: null, mail: null, demoSince: null }
    await savePublication(tx, { defaultLanguage: LANGUAGES[0]!, ...around, languages: names }, at)
    const { article, edition, revision } = await saved(tx, at)
    const wanted = Array.from({ length: MIXES }, (_, mix) =>
      LANGUAGES.flatMap((language) => someEdition(mix, language)),
    )
    const ids = await tx.numbers('article', MIXES)
    await tx.fill<ArticleTables, 'article'>(
      'article',
      ids.map((id, mix) => ({ ...article, id: id as ArticleId, key: `mix-${mix}` })),
    )
    const editions = wanted.flatMap((some, mix) => some.map((one) => ({ ...one, articleId: ids[mix] as ArticleId })))
    const numbers = (await tx.numbers('edition', editions.length)) as EditionId[]
    const revisions = (await tx.numbers('revision', editions.length)) as RevisionId[]
    await tx.fill<ArticleTables, 'edition'>(
      'edition',
      editions.map(({ articleId, language, slug, state, unreviewed }, n) => {
        const said = { id: numbers[n]!, articleId, language, slug, state, unreviewed, revisionId: null, latestId: null }
        return { ...edition, ...said, publishedAt: at - 1, feedPath: `/${language}/${slug}`, ...appearing(state, at) }
      }),
    )
    await tx.fill<ArticleTables, 'revision'>(
      'revision',
      numbers.map((editionId, n) => ({ ...revision, id: revisions[n]!, editionId })),
    )
    const change = tx.change<ArticleTables>()
    const written = sql<RevisionId>`(select "id" from "revision" where "revision"."editionId" = "edition"."id")`
    await change
      .updateTable('edition')
      .set({ revisionId: written, latestId: written })
      .where('revisionId', 'is', null)
      .execute()
    const former = editions.flatMap(({ language, hasMoved, slug }, n) =>
      hasMoved ? [{ language, slug: `old-${slug}`, editionId: numbers[n]! }] : [],
    )
    await tx.fill<ArticleTables, 'formerSlug'>('formerSlug', former)
    const retracted = editions.flatMap(({ state }, n) =>
      state === 'retracted' ? [{ editionId: numbers[n]!, reason: 'It was wrong.', byId: null, at }] : [],
    )
    await change.insertInto('retraction').values(retracted).execute()
    return editions.filter(isFound).map(({ language, slug }) => `/${language}/${slug}`)
  })
  await tail.until(seq)
  return value
}

/** What one article and its edition are when they are saved; nobody finds it. */
async function saved(tx: Writing, at: number) {
  const article = { key: 'saved', sectionId: null, pictureId: null, publishedAt: at }
  const { id: articleId } = await saveArticle(tx, article, at)
  const words = { title: 'A mix', standfirst: '', pictureAlt: '', pictureCaption: '', words: 'Words.' }
  const draft = { articleId, language: LANGUAGES[0]!, slug: 'saved', publishedAt: at - 1, ...words }
  const { id } = await saveEdition(tx, draft, at, editionChanged)
  const change = tx.change<ArticleTables>()
  const rows = {
    article: await change.selectFrom('article').selectAll().where('id', '=', articleId).executeTakeFirstOrThrow(),
    edition: await change.selectFrom('edition').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    revision: await change.selectFrom('revision').selectAll().where('editionId', '=', id).executeTakeFirstOrThrow(),
  }
  await change.updateTable('edition').set({ state: 'withdrawn' }).where('id', '=', id).execute()
  return rows
}

interface SomeEdition {
  language: Language
  slug: string
  state: EditionState
  unreviewed: 0 | 1
  hasMoved: boolean
}

function someEdition(mix: number, language: Language): SomeEdition[] {
  const state = (['absent', ...EDITION_STATES, 'published', 'published'] as const)[
    randomBetween(0, EDITION_STATES.length + 3)
  ]!
  const hasMoved = randomBetween(0, 5) === 0
  const unreviewed = randomBetween(0, 5) === 0 ? 1 : 0
  return state === 'absent' ? [] : [{ language, slug: `mix-${mix}`, state, unreviewed, hasMoved }]
}

function appearing(state: EditionState, at: number) {
  if (state === 'draft' || state === 'in-review') return { feedPath: null, publishedAt: null }
  return state === 'scheduled' ? { publishedAt: at + 10 ** 9, feedPath: null } : {}
}

function isFound({ state }: SomeEdition): boolean {
  return state === 'published' || state === 'retracted'
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
