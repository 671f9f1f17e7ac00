import { type EditionPage as Edition, editionAt, editionPage } from '../../domain/articles/index.ts'
import {
  FIRST_REPLIES,
  ORDERS,
  orderFrom,
  type PageCursor,
  type Readied,
  ROOT,
  type ThreadPage,
  threadPage,
} from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/index.ts'
import { sourcesOf } from '../../domain/sources/index.ts'
import { idFrom } from '../../kit/ids.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import type { Frame } from '../html/frame.ts'
import type { Ask } from '../http/ask.ts'
import { HTML, type Parameters, shared } from '../http/shared-page.ts'
import { type ArticleShown, articlePage } from './article-page.ts'
import { discussionPage } from './discussion-page.ts'
import type { EditionPage } from './edition-page.ts'

/** Named in the order in which links name them. */
const PART: Parameters = {
  order: (text) => ORDERS.slice(1).find((order) => order === text),
  under: numeral,
  ranking: numeral,
  after: numeral,
  without: (text) => idsIn(text).join('.'),
  before: numeral,
}

/** An article with the first page of its discussion, or the part of the discussion that the address names. */
export const show = shared(async (ask) => {
  const frame = await ask.frame()
  const asked = partOf(ask)
  const { shown, renewed, until } = await reading(ask, asked, async (readied) => {
    const shown = await ask.web.store.read((db) => readArticle(db, frame, ask.param('slug'), readied.part))
    return { ...readied, shown }
  })
  const say = await ask.say()
  const isPart =
    asked.under !== ROOT || asked.after > 0 || asked.before > 0 || asked.ranking > 0 || (asked.without ?? []).length > 0
  const named = renewed ? { under: asked.under, order: asked.order } : asked
  const html = isPart ? discussionPage({ ...shown, part: named, renewed }, say) : articlePage(shown, say)
  const { page, window } = shown
  return { body: String(html), type: HTML, articleId: page.article.id, version: window.version, until }
}, PART)

function partOf(ask: Ask): PageCursor {
  return {
    under: idFrom<'comment'>(ask.query('under')) ?? ROOT,
    order: orderFrom(ask.query('order')),
    after: idFrom(ask.query('after')) ?? 0,
    before: idFrom(ask.query('before')) ?? 0,
    ranking: idFrom(ask.query('ranking')) ?? 0,
    without: idsIn(ask.query('without') ?? ''),
  }
}

function numeral(text: string): string | undefined {
  return idFrom(text)?.toString()
}

/** As many as one page can have shown under one comment. */
function idsIn(text: string) {
  const ids = text.split('.', FIRST_REPLIES).map((id) => idFrom<'comment'>(id))
  return ids.filter((id) => id !== undefined)
}

/** Ranked orders are read from a ranking, which is made before the page is read. */
async function reading<T>(ask: Ask, part: PageCursor, work: (readied: Readied) => Promise<T>): Promise<T> {
  if (part.order === 'oldest' || part.order === 'newest') return work({ part, renewed: false, until: null })
  const { web, at } = ask
  const edition = await editionAt(web.store, await ask.language(), ask.param('slug'))
  if (edition?.state !== 'published') throw new Trouble('missing', 'article.missing')
  return web.rankings.reading(edition.articleId, part, at, work)
}

async function readArticle(db: Reading, frame: Frame, slug: string, part: PageCursor): Promise<ArticleShown> {
  const edition = await editionPage(db, frame.language as Language, slug)
  if (!edition) throw new Trouble('missing', 'article.missing')
  const window = await threadPage(db, { articleId: edition.article.id, ...part })
  if (!window) throw new Trouble('missing', 'comment.missing')
  return shownWith(db, frame, edition, window)
}

/** An edition and a part of its discussion, with all that the page around them needs. */
export async function shownWith(
  db: Reading,
  frame: Frame,
  edition: Edition,
  window: ThreadPage,
): Promise<ArticleShown> {
  const { id, language } = { id: edition.article.id, language: edition.edition.language }
  const page: EditionPage = { ...frame, ...edition, sources: await sourcesOf(db, id, language) }
  return { page, window, rules: await rulesIn(db, language), asset: frame.asset }
}
