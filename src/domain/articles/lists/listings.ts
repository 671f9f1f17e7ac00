import { type Expression, type ExpressionBuilder, sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { ArticleId } from '../article.ts'
import type { EditionId } from '../editions/edition.ts'
import type { ArticleTables } from '../tables.ts'
import { type List, type Listing, NO_SECTION } from './listing.ts'

/** Puts the editions of an article into the lists in which they stand by now, and takes them from all others. */
export async function listArticle(tx: Writing, articleId: ArticleId): Promise<void> {
  await tx.inTurn(`lists of article ${articleId}`)
  const editions = tx.look<ArticleTables>().selectFrom('edition').select('id').where('articleId', '=', articleId)
  await tx.change<ArticleTables>().deleteFrom('listing').where('editionId', 'in', editions).execute()
  await add(tx, { articleId })
}

/** The same for all that somebody has signed, and for nothing else. */
export async function listSigned(tx: Writing, personId: PersonId): Promise<void> {
  const signed = tx.change<ArticleTables>().deleteFrom('listing').where('list', '=', 'signer')
  await signed.where('ofId', '=', personId).execute()
  await insert(tx, signatures(tx, { personId }))
}

/** The same for everything that is published. */
export async function listAll(tx: Writing): Promise<void> {
  await tx.change<ArticleTables>().deleteFrom('listing').execute()
  await add(tx, {})
}

/** The editions that stand in a list where they do not belong, or lack in one; so many at most. */
export async function mislisted(db: Reading, limit: number): Promise<EditionId[]> {
  const kept = db.look<ArticleTables>().selectFrom('listing').select(COLUMNS)
  const due = db.look<ArticleTables>().selectFrom(places(db, {}).as('due')).select(COLUMNS)
  const [lacking, spare] = await Promise.all([
    db.look().selectFrom(due.except(kept).as('one')).select('editionId').limit(limit).execute(),
    db.look().selectFrom(kept.except(due).as('one')).select('editionId').limit(limit).execute(),
  ])
  return [...new Set([...lacking, ...spare].map(({ editionId }) => editionId))].slice(0, limit)
}

/** What stands in a list, in any language. */
export function listed(db: Reading, { of, id }: List) {
  return db.look<ArticleTables>().selectFrom('listing').where('list', '=', of).where('ofId', '=', id)
}

const COLUMNS = ['list', 'ofId', 'language', 'publishedAt', 'editionId'] as const

interface Among {
  articleId?: ArticleId
  personId?: PersonId
}

function add(tx: Writing, among: Among) {
  return insert(tx, places(tx, among))
}

function insert(tx: Writing, due: Expression<NewListing>) {
  return tx.change<ArticleTables>().insertInto('listing').columns(COLUMNS).expression(due).execute()
}

/** @NOTE in the order of the columns into which they go. */
type NewListing = Pick<Listing, (typeof COLUMNS)[number]>

/** Where published editions belong. */
function places(db: Reading, among: Among) {
  return sectionPlaces(db, among).union(tagPlaces(db, among)).union(signatures(db, among))
}

function sectionPlaces(db: Reading, among: Among) {
  return published(db, among)
    .innerJoin('article', 'article.id', 'edition.articleId')
    .select((e) => [NAMED.section, e.fn.coalesce('article.sectionId', e.lit(NO_SECTION)).$castTo<number>().as('ofId')])
    .select(standing)
}

function tagPlaces(db: Reading, among: Among) {
  return published(db, among)
    .innerJoin('articleTag', 'articleTag.articleId', 'edition.articleId')
    .select((e) => [NAMED.tag, e.ref('articleTag.tagId').$castTo<number>().as('ofId')])
    .select(standing)
}

/** @NOTE somebody may have several parts in one edition. */
function signatures(db: Reading, among: Among) {
  return published(db, among)
    .innerJoin('byline', 'byline.articleId', 'edition.articleId')
    .where((e) => e.or([e('byline.editionId', 'is', null), e('byline.editionId', '=', e.ref('edition.id'))]))
    .$if(among.personId !== undefined, (q) => q.where('byline.personId', '=', among.personId!))
    .select((e) => [NAMED.signer, e.ref('byline.personId').$castTo<number>().as('ofId')])
    .select(standing)
    .distinct()
}

function published(db: Reading, { articleId }: Among) {
  const editions = db.look<ArticleTables>().selectFrom('edition').where('edition.state', '=', 'published')
  return editions.$if(articleId !== undefined, (q) => q.where('edition.articleId', '=', articleId!))
}

function standing(e: ExpressionBuilder<ArticleTables, 'edition'>) {
  return [
    'edition.language' as const,
    e.ref('edition.publishedAt').$notNull().as('publishedAt'),
    'edition.id as editionId' as const,
  ] as const
}

const NAMED = {
  section: sql<Listing['list']>`'section'`.as('list'),
  tag: sql<Listing['list']>`'tag'`.as('list'),
  signer: sql<Listing['list']>`'signer'`.as('list'),
}
