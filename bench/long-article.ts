import { beginFeedIdentity, saveArticle, saveEdition, savePublication } from '../src/domain/articles/index.ts'
import { editionChanged } from '../src/domain/discussion/index.ts'
import { languageFrom } from '../src/kit/language.ts'
import type { Writing } from '../src/store/index.ts'
import { articleHtml } from '../src/text/article-html.ts'
import { plainArticle } from '../src/text/plain.ts'
import { LONG_ARTICLE, LONG_WORDS } from '../test/support/long-article.ts'
import { besideBare } from './article-page.ts'
import { atMost, type Figure, median, type Run, round } from './question.ts'
import { serve } from './server.ts'
import { opened } from './stock.ts'

const MOST_MS = 50
const TIMES = 20

/** What does a very long article cost when it is made into HTML, and when its page is kept? */
export async function longArticle(run: Run): Promise<Figure[]> {
  const of = `of ${round(LONG_WORDS)} words`
  const place = await run.stock.empty()
  await opened(place, ({ store }) => store.write((tx) => written(tx)))
  const server = await serve(place)
  const cached = await besideBare(run, server.port, '/en/long', `article ${of}, cached`)
  await server.stop()
  return [
    atMost(`article ${of}, made into HTML`, median(made(() => articleHtml(LONG_ARTICLE))), 'ms', MOST_MS),
    atMost(`article ${of}, made plain for search`, median(made(() => plainArticle(LONG_ARTICLE))), 'ms', MOST_MS),
    ...cached,
  ]
}

/** What the processor takes for it, once the engine has compiled it. */
function made(work: () => unknown): number[] {
  return Array.from({ length: TIMES }, () => {
    const before = process.cpuUsage()
    work()
    return process.cpuUsage(before).user / 1_000
  }).slice(TIMES / 2)
}

const ENGLISH = languageFrom('en')!
const AT = Date.UTC(2014, 9, 15)

async function written(tx: Writing) {
  await beginFeedIdentity(tx, 'urn:uuid:3f0c1d4e-7a52-4b6f-9c1e-5d2a8b7e6f10')
  const languages = [{ language: ENGLISH, name: 'The Long Review', motto: '' }]
  const publication = { defaultLanguage: ENGLISH, zone: 'UTC', telegram: null, mail: null, demoSince: null }
  await savePublication(tx, { ...publication, languages }, AT)
  const { id: articleId } = await saveArticle(
    tx,
    { key: 'long', sectionId: null, pictureId: null, publishedAt: AT },
    AT,
  )
  const words = { title: 'Long', standfirst: '', pictureAlt: '', pictureCaption: '', words: LONG_ARTICLE }
  const edition = { articleId, language: ENGLISH, slug: 'long', publishedAt: AT, ...words }
  await saveEdition(tx, edition, AT, editionChanged)
}
