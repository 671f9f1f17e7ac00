import { type EditionId, editionAt, editionFound, type FoundEdition, isReadable } from '../../domain/articles/index.ts'
import {
  FIRST_REPLIES,
  ORDERS,
  type PageCursor,
  quotationsOfEdition,
  type Rankings,
  type Readied,
  ROOT,
  threadPage,
} from '../../domain/discussion/index.ts'
import { binds, restraintsInForce, rulesIn } from '../../domain/moderation/early.ts'
import { type Chain, chainShown, correctionsOf, NO_CHAIN, notedIn, sourcesOf } from '../../domain/sources/early.ts'
import { shownTranslation } from '../../domain/translation/early.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import type { Frame } from '../html/frame.ts'
import type { Ask } from '../http/ask.ts'
import { idOrNone, ids, text, textOrNone } from '../http/shapes.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { type ArticleShown, articlePage } from './article-page.ts'
import type { Discussing } from './chain/notes.ts'
import { discussionPage } from './discussion-page.ts'
import type { EditionPage } from './edition-page.ts'
import { SOURCES_JSON, sourcesForPrograms } from './sources-of-article.ts'

/** Named in the order in which links name them. */
const PART = {
  order: textOrNone.transform((sent) => ORDERS.slice(1).find((order) => order === sent)),
  under: idOrNone<'comment'>(),
  ranking: idOrNone(),
  after: idOrNone(),
  /** As many as one page can have shown under one comment. */
  without: ids<'comment'>(FIRST_REPLIES),
  before: idOrNone(),
}

export interface Given {
  rankings: Rankings
}

/** An article with the first page of its discussion, or the part of the discussion that the address names; or for programs, where it comes from. */
export const show = shared({ params: { slug: text }, query: PART }, async (ask, taken, given: Given) => {
  if (taken.slug.endsWith(SOURCES_JSON)) return sourcesForPrograms(ask, taken.slug.slice(0, -SOURCES_JSON.length))
  const frame = await ask.frame()
  const { slug, order = ORDERS[0]!, under = ROOT, ranking = 0, after = 0, before = 0, without } = taken
  const asked: PageCursor = { order, under, ranking, after, before, without }
  const { shown, renewed, until } = await reading(ask, given, slug, asked, async (readied) => {
    const shown = await ask.store.read((db) => readArticle(db, frame, slug, readied.part, ask.at))
    return { ...readied, shown }
  })
  const say = await ask.say()
  const isPart =
    asked.under !== ROOT || asked.after > 0 || asked.before > 0 || asked.ranking > 0 || (asked.without ?? []).length > 0
  const named = renewed ? { under: asked.under, order: asked.order } : asked
  const html = isPart ? discussionPage({ ...shown, part: named, renewed }, say) : articlePage(shown, say)
  const { page, window } = shown
  return {
    body: String(html),
    type: HTML,
    articleId: page.article.id,
    version: window.version,
    countedAs: { editionId: page.edition.id, isPart },
    until: soonest(until, shown.restraints),
  }
})

/** A page is good until its ranking is, and until what it says of those who write is over. */
function soonest(until: number | null, restraints: ArticleShown['restraints'] = []): number | null {
  const moments = [until, ...restraints.map((one) => one.until)].filter((moment) => moment !== null)
  return moments.length > 0 ? Math.min(...moments) : null
}

/** Ranked orders are read from a ranking, which is made before the page is read. */
async function reading<T>(
  ask: Ask,
  { rankings }: Given,
  slug: string,
  part: PageCursor,
  work: (readied: Readied) => Promise<T>,
): Promise<T> {
  if (part.order === 'oldest' || part.order === 'newest') return work({ part, renewed: false, until: null })
  const edition = await editionAt(ask.store, await ask.language(), slug)
  if (!edition || !isReadable(edition)) throw new Trouble('missing', 'article.missing')
  return rankings.reading(edition.articleId, part, ask.at, work)
}

async function readArticle(
  db: Reading,
  frame: Frame,
  slug: string,
  part: PageCursor,
  at: number,
): Promise<ArticleShown> {
  const found = await editionFound(db, frame.language as Language, slug)
  if (!found) throw await absence(db, frame, slug)
  const [window, around] = await Promise.all([
    threadPage(db, { articleId: found.articleId, ...part }),
    aroundIt(db, frame, found, at),
  ])
  if (!window) throw new Trouble('missing', 'comment.missing')
  return { ...around, window }
}

/** What readers once knew, and see no more, says for ever that it was withdrawn; what will come is not there yet. */
async function absence(db: Reading, { language }: Frame, slug: string): Promise<Trouble> {
  const edition = await editionAt(db, language as Language, slug)
  const known = edition?.feedPath && edition.state !== 'scheduled'
  return known ? new Trouble('gone', 'article.withdrawn') : new Trouble('missing', 'article.missing')
}

/** What stands around an edition and its discussion. @NOTE all is asked at once: a database that is elsewhere answers one journey after the other. */
async function aroundIt(
  db: Reading,
  frame: Frame,
  { id: editionId, articleId, isRetracted, page: read }: FoundEdition,
  at: number,
): Promise<Omit<ArticleShown, 'window'>> {
  const language = frame.language as Language
  const [edition, sources, corrections, chain, rules, all, translation] = await Promise.all([
    read(),
    sourcesOf(db, articleId, language),
    correctionsOf(db, editionId),
    isRetracted ? NO_CHAIN : chainShown(db, { articleId, editionId, language }),
    rulesIn(db, language),
    restraintsInForce(db),
    shownTranslation(db, editionId),
  ])
  const restraints = all.filter((one) => binds(one, articleId, at))
  const discussing = await discussingIn(db, editionId, chain)
  const page: EditionPage = { ...frame, ...edition, sources, corrections, chain, discussing, translation }
  return { page, rules, restraints, asset: frame.asset }
}

const MOST_QUOTATIONS = 500
const NAMED_QUOTERS = 6

/** Who quotes what the text marks, the first of them, by the number of the note. */
async function discussingIn(db: Reading, editionId: EditionId, chain: Chain): Promise<Map<number, Discussing[]>> {
  const noted = notedIn(chain)
  const quotations = noted.length === 0 ? [] : await quotationsOfEdition(db, editionId, MOST_QUOTATIONS)
  if (quotations.length === 0) return new Map()
  const found = noted.map(({ number, places }) => {
    const exact = places.map(({ selector }) => selector.exact)
    const own = quotations.filter(({ words }) => exact.some((one) => words.includes(one) || one.includes(words)))
    const comments = new Map(own.map(({ commentId, label }) => [commentId, { commentId, label }]))
    return [number, [...comments.values()].slice(0, NAMED_QUOTERS)] as const
  })
  return new Map(found)
}
