import { setImmediate } from 'node:timers/promises'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type Span, spansOf } from '../../../text/spans.ts'
import type { Wanted } from '../../../text/tokens.ts'
import { type ArticleId, type ArticleTables, bylinesOn, type EditionId, listed } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { Engine, Sought } from '../engine.ts'
import type { ArticleSearchTables } from './indexed-editions.ts'
import { BEYOND, fromMoment, type IndexPlace, placeIn } from './place.ts'
import { above } from './terms.ts'

type Tables = ArticleTables & ArticleSearchTables

/** What somebody looks for among the articles that are published; what is left out does not matter. */
export interface ArticleQuestion {
  wanted?: Wanted | undefined
  signedBy?: PersonId | undefined
  /** Published at this moment or later. */
  from?: number | undefined
  /** Published before this moment. */
  until?: number | undefined
  /** Those in whose title or names all words stand come first; or else the newest does. */
  order: 'best' | 'newest'
  after?: ArticleCursor | undefined
  /** In which an article is shown where it was found in several. */
  language?: Language | undefined
}

/** Where the list goes on: below this place, among those above, those below, or all. */
export interface ArticleCursor {
  among: Among
  place: IndexPlace
}

export const AMONG = ['above', 'below', 'all'] as const
export type Among = (typeof AMONG)[number]

/** An article that answers a question, with the places of the words that were looked for in what is shown of it. */
export interface FoundArticle {
  id: EditionId
  articleId: ArticleId
  language: Language
  slug: string
  title: string
  publishedAt: number
  names: string[]
  /** The beginning of its words in which what was looked for stands, or else its standfirst. */
  words: string
  spans: readonly Span[]
}

export interface ArticleFindings {
  found: FoundArticle[]
  /** Where there is more; null at the end. */
  next: ArticleCursor | null
}

/** So many places are looked at in one go, and so many times for one page. */
const AT_ONCE = 100
const STRETCHES = 20

/** Published editions that answer a question. What stands now decides who is found, whatever the index holds. */
export async function findArticles(
  db: Reading,
  engine: Engine,
  question: ArticleQuestion,
  limit: number,
): Promise<ArticleFindings> {
  if (question.wanted?.length === 0) return { found: [], next: null }
  const { order, wanted, after } = question
  const all: readonly Among[] = order === 'newest' || !wanted ? ['all'] : ['above', 'below']
  const rows: (Row & { among: Among })[] = []
  let left = STRETCHES
  for (const among of all.slice(after ? Math.max(0, all.indexOf(after.among)) : 0)) {
    let place = after?.among === among ? after.place : BEYOND
    for (;;) {
      if (left-- === 0) return { found: await dressed(db, rows, question), next: { among, place } }
      const places = await candidates(db, engine, question, among, place)
      for (const row of await rowsAt(db, places, question)) rows.push({ ...row, among })
      const [next] = [...new Set(rows.map(({ articleId }) => articleId))].slice(limit)
      if (next !== undefined) return pageBefore(db, rows, next, question, limit)
      if (places.length < AT_ONCE) break
      place = places.at(-1)!
    }
  }
  return { found: await dressed(db, rows, question), next: null }
}

/** The page that ends where an article begins for which there is no room. */
async function pageBefore(
  db: Reading,
  rows: readonly (Row & { among: Among })[],
  next: ArticleId,
  question: ArticleQuestion,
  limit: number,
): Promise<ArticleFindings> {
  const { among, place } = rows[rows.findIndex(({ articleId }) => articleId === next) - 1]!
  const found = await dressed(db, rows, question, limit)
  return { found, next: { among, place } }
}

/** The places that the index names, the newest first, below one of them. */
async function candidates(
  db: Reading,
  engine: Engine,
  { wanted, signedBy, from: since, until }: ArticleQuestion,
  among: Among,
  below: IndexPlace,
): Promise<IndexPlace[]> {
  const from = since === undefined ? undefined : fromMoment(since)
  const before = until === undefined ? below : Math.min(below, fromMoment(until))
  if (wanted) return engine.newest(db, { ...termsAmong(wanted, among), from, before, limit: AT_ONCE })
  const rows = await db
    .look<Tables>()
    .selectFrom(placesOf(db, signedBy).as('hit'))
    .select('hit.id')
    .where('hit.id', '<', before)
    .$if(from !== undefined, (q) => q.where('hit.id', '>=', from!))
    .orderBy('hit.id', 'desc')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ id }) => id)
}

/** @NOTE what somebody signed stands in a list by time, from which places follow without a look at each edition. */
function placesOf(db: Reading, signedBy: PersonId | undefined) {
  if (signedBy === undefined) return db.look<Tables>().selectFrom('indexedEdition').select('indexedEdition.place as id')
  return listed(db, { of: 'signer', id: signedBy }).select((e) => placeIn(e).as('id'))
}

type Row = Awaited<ReturnType<typeof rowsAt>>[number]

async function rowsAt(db: Reading, places: readonly IndexPlace[], { signedBy }: ArticleQuestion) {
  if (places.length === 0) return []
  return db
    .look<Tables>()
    .selectFrom('indexedEdition')
    .innerJoin('edition', 'edition.id', 'indexedEdition.editionId')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select(['indexedEdition.place', 'edition.id', 'edition.articleId', 'edition.language', 'edition.slug'])
    .select((e) => e.ref('edition.publishedAt').$notNull().as('publishedAt'))
    .select(['revision.id as revisionId', 'revision.title'])
    .where('edition.state', '=', 'published')
    .where('indexedEdition.place', 'in', places)
    .$if(signedBy !== undefined, (q) => q.where((e) => e.exists(signaturesOf(e, signedBy!))))
    .orderBy('indexedEdition.place', 'desc')
    .execute()
}

function signaturesOf(e: ExpressionBuilder<Tables, 'edition'>, personId: PersonId) {
  return e
    .selectFrom('byline')
    .select('byline.id')
    .whereRef('byline.articleId', '=', 'edition.articleId')
    .where('byline.personId', '=', personId)
    .where((one) => one.or([one('byline.editionId', 'is', null), one('byline.editionId', '=', one.ref('edition.id'))]))
}

function termsAmong(wanted: Wanted, among: Among): Pick<Sought, 'wanted' | 'butNot'> {
  if (among === 'above') return { wanted: above(wanted), butNot: undefined }
  return { wanted, butNot: among === 'below' ? above(wanted) : undefined }
}

/** So many characters are looked through for the place of a word. */
const LOOKED_THROUGH = 6_000

/** Of an article that was found in several languages the one asked for is shown, or else the first. */
async function dressed(
  db: Reading,
  rows: readonly Row[],
  { wanted, language }: ArticleQuestion,
  limit = rows.length,
): Promise<FoundArticle[]> {
  const each = [...Map.groupBy(rows, ({ articleId }) => articleId).values()].slice(0, limit)
  const shown = each.map((own) => own.find((row) => row.language === language) ?? own[0]!)
  if (shown.length === 0) return []
  const [bylines, said] = await Promise.all([bylinesOn(db, shown), wordsOf(db, shown)])
  const found: FoundArticle[] = []
  for (const { place: _, revisionId, ...row } of shown) {
    const { standfirst, opening } = said.get(revisionId)!
    const names = (bylines.get(row.id) ?? []).map(({ name }) => name)
    const spans = wanted && spansOf(opening, row.language, wanted)
    found.push({ ...row, names, words: spans ? opening : standfirst || opening, spans: spans ?? [] })
    await setImmediate()
  }
  return found
}

async function wordsOf(db: Reading, rows: readonly Row[]) {
  const ids = rows.map(({ revisionId }) => revisionId)
  const said = await db
    .look<Tables>()
    .selectFrom('revision')
    .select(['id', 'standfirst'])
    .select(sql<string>`substr(plain, 1, ${LOOKED_THROUGH})`.as('opening'))
    .where('id', 'in', ids)
    .execute()
  return new Map(said.map((one) => [one.id, one]))
}
