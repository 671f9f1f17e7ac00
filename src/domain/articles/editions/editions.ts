import type { Kysely } from 'kysely'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { prepared, type Reading, type Writing } from '../../../store/index.ts'
import type { ArticleId } from '../article.ts'
import type { ArticleTables } from '../tables.ts'
import { type Edition, type EditionId, READABLE } from './edition.ts'

type Looking = Pick<Kysely<ArticleTables>, 'selectFrom'>

/** Where editions stand, with the plain words that can be quoted from them, for a bounded list. */
export async function editionsById(db: Reading, ids: readonly EditionId[]) {
  return ids.length === 0 ? [] : worded(db).where('edition.id', 'in', ids).execute()
}

/** The same for an article's editions in some languages, published or not. */
export async function editionsIn(db: Reading, articleId: ArticleId, languages: readonly Language[]) {
  if (languages.length === 0) return []
  const editions = worded(db).where('edition.articleId', '=', articleId)
  return editions.where('edition.language', 'in', languages).execute()
}

/** Whether an article can be read in any language. */
export async function isPublished(db: Reading, articleId: ArticleId): Promise<boolean> {
  return (await publishedOf(db, { articleId })).length > 0
}

const publishedOf = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  db.selectFrom('edition').select('id').where('articleId', '=', articleId).where('state', 'in', READABLE).limit(1),
)

/** Throws the Trouble of a missing article where nobody can read it yet, or any more. */
export async function mustBePublished(db: Reading, articleId: ArticleId): Promise<void> {
  if (!(await isPublished(db, articleId))) throw new Trouble('missing', 'article.missing')
}

/** Lets an edition be of the moment at which it was corrected. */
export async function editionCorrected(tx: Writing, id: EditionId, at: number): Promise<void> {
  await tx.change<ArticleTables>().updateTable('edition').set({ changedAt: at }).where('id', '=', id).execute()
}

/** The edition at an address, published or not. */
export function editionAt(db: Reading, language: Language, slug: string): Promise<Edition | undefined> {
  const editions = db.look<ArticleTables>().selectFrom('edition').selectAll()
  return editions.where('language', '=', language).where('slug', '=', slug).executeTakeFirst()
}

/** The article to which an address belongs: one that stands there, or once stood there and is led on from. */
export async function articleHolding(db: Reading, language: Language, slug: string): Promise<ArticleId | undefined> {
  const present = await editionAt(db, language, slug)
  if (present) return present.articleId
  const former = await formerlyAt(db, language, slug).executeTakeFirst()
  return former?.articleId
}

/** The published edition that once stood at an address. */
export function editionFormerlyAt(db: Reading, language: Language, slug: string): Promise<Edition | undefined> {
  return formerlyAt(db, language, slug).where('edition.state', 'in', READABLE).executeTakeFirst()
}

function formerlyAt(db: Reading, language: Language, slug: string) {
  return db
    .look<ArticleTables>()
    .selectFrom('formerSlug')
    .innerJoin('edition', 'edition.id', 'formerSlug.editionId')
    .selectAll('edition')
    .where('formerSlug.language', '=', language)
    .where('formerSlug.slug', '=', slug)
}

export function editionWithId(db: Reading, id: EditionId): Promise<Edition | undefined> {
  return db.look<ArticleTables>().selectFrom('edition').selectAll().where('id', '=', id).executeTakeFirst()
}

export function editionIn(db: Reading, articleId: ArticleId, language: Language): Promise<Edition | undefined> {
  const editions = db.look<ArticleTables>().selectFrom('edition').selectAll()
  return editions.where('articleId', '=', articleId).where('language', '=', language).executeTakeFirst()
}

/** An article's editions in every state, in the order in which they were begun. */
export function editionsAtDesk(db: Reading, articleId: ArticleId): Promise<Edition[]> {
  const editions = db.look<ArticleTables>().selectFrom('edition').selectAll()
  return editions.where('articleId', '=', articleId).orderBy('id').execute()
}

/** An article's published editions, the first published first; there are as many as languages. */
export function editionsOf(db: Reading, articleId: ArticleId) {
  return publishedEditions(db, { articleId })
}

const publishedEditions = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  titled(db)
    .where('edition.articleId', '=', articleId)
    .where('edition.state', 'in', READABLE)
    .orderBy('edition.publishedAt')
    .orderBy('edition.id'),
)

/** Of each of these articles the published edition in a language, or else the first published one. */
export async function editionForEach(db: Reading, articleIds: readonly ArticleId[], language: Language) {
  if (articleIds.length === 0) return new Map<ArticleId, Awaited<ReturnType<typeof editionsOf>>[number]>()
  const rows = await titled(db.look())
    .where('edition.articleId', 'in', articleIds)
    .where('edition.state', 'in', READABLE)
    .orderBy('edition.publishedAt')
    .orderBy('edition.id')
    .execute()
  const inEach = [...Map.groupBy(rows, ({ articleId }) => articleId)]
  return new Map(inEach.map(([id, editions]) => [id, editions.find((e) => e.language === language) ?? editions[0]!]))
}

function worded(db: Reading) {
  return titled(db.look()).select('revision.plain')
}

function titled(db: Looking) {
  return db
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select([
      'edition.id',
      'edition.articleId',
      'edition.language',
      'edition.slug',
      'edition.state',
      'edition.publishedAt',
      'edition.unreviewed',
    ])
    .select('revision.title')
}
