import type { Kysely } from 'kysely'
import { stableJson } from '../../kit/json.ts'
import { prepared, type Reading, type Writing } from '../../store/index.ts'
import type { Article, ArticleDraft, ArticleId } from './article.ts'
import { articleChanged } from './events.ts'
import { listArticle } from './lists/listings.ts'
import type { Outcome } from './outcome.ts'
import type { ArticleTables } from './tables.ts'

export async function byId(db: Reading, id: ArticleId): Promise<Article | undefined> {
  const [article] = await withId(db, { id })
  return article
}

const withId = prepared((db: Pick<Kysely<ArticleTables>, 'selectFrom'>, { id }: { id: ArticleId }) =>
  db.selectFrom('article').selectAll().where('id', '=', id),
)

export function byKey(db: Reading, key: string): Promise<Article | undefined> {
  return db.look<ArticleTables>().selectFrom('article').selectAll().where('key', '=', key).executeTakeFirst()
}

/** Articles by their numbers, after one. */
export function allArticles(db: Reading, after: number, limit: number): Promise<Pick<Article, 'id' | 'key'>[]> {
  const articles = db.look<ArticleTables>().selectFrom('article').select(['id', 'key'])
  return articles
    .where('id', '>', after as ArticleId)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Files an article under its key; answers with its number, and whether anything about it was news. */
export async function saveArticle(
  tx: Writing,
  { key, sectionId, pictureId, publishedAt }: ArticleDraft,
  at: number,
): Promise<{ id: ArticleId; outcome: Outcome }> {
  const row = { sectionId, pictureId, publishedAt }
  const before = await byKey(tx, key)
  if (!before) {
    const insert = tx
      .change<ArticleTables>()
      .insertInto('article')
      .values({ key, ...row, createdAt: at })
    const { id } = await insert.returning('id').executeTakeFirstOrThrow()
    return { id, outcome: 'new' }
  }
  const { id } = before
  const same = stableJson({ ...before, ...row }) === stableJson(before)
  if (same) return { id, outcome: 'same' }
  await tx.change<ArticleTables>().updateTable('article').set(row).where('id', '=', id).execute()
  await listArticle(tx, id)
  tx.note(articleChanged, { about: id, articleId: id, at })
  return { id, outcome: 'changed' }
}
