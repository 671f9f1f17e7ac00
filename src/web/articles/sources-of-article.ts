import { editionPage } from '../../domain/articles/index.ts'
import { chainShown } from '../../domain/sources/early.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq } from '../../store/index.ts'
import type { Frame } from '../html/frame.ts'
import type { Ask } from '../http/ask.ts'
import type { Assembled } from '../http/page-cache.ts'
import { text } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { sourcesJson } from './chain/sources-json.ts'
import { sourcesPage } from './chain/sources-page.ts'

/** Behind an article's address. @NOTE no slug has a full stop in it. */
export const SOURCES_JSON = '.sources.json'

/** How everything in an article came to it. */
export const show = shared({ params: { slug: text } }, async (ask, { slug }) => {
  const frame = await ask.frame()
  const { edition, editions, chain, ...kept } = await read(ask, frame, slug)
  const say = await ask.say()
  const body = sourcesPage(frame, { edition, editions, chain }, { say, language: edition.language })
  return { body: String(body), type: HTML, ...kept }
})

/** The same for programs. */
export async function sourcesForPrograms(ask: Ask, slug: string): Promise<Assembled> {
  const frame = await ask.frame()
  const { edition, chain, articleId, version } = await read(ask, frame, slug)
  const body = JSON.stringify(sourcesJson({ origin: frame.origin, edition, chain }), null, 1)
  return { body: `${body}\n`, type: 'application/json; charset=utf-8', articleId, version }
}

async function read(ask: Ask, frame: Frame, slug: string) {
  const found = await ask.store.read(async (db) => {
    const page = await editionPage(db, frame.language as Language, slug)
    if (!page || page.edition.retraction) return
    const { article, edition, editions } = page
    const { language } = edition
    const chain = await chainShown(db, { articleId: article.id, editionId: edition.id, language })
    return { edition, editions, chain, articleId: article.id, version: await latestSeq(db) }
  })
  if (!found || found.chain.claims.length + found.chain.quotes.length === 0)
    throw new Trouble('missing', 'sources.none')
  return found
}
