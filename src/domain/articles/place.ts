import type { Reading } from '../../store/index.ts'
import type { Place } from '../people/index.ts'
import type { ArticleId } from './article.ts'
import type { ArticleTables } from './tables.ts'

/** The section in which an article stands, and the languages in which it has editions. */
export async function placeOf(db: Reading, id: ArticleId): Promise<Place> {
  const articles = db.look<ArticleTables>().selectFrom('article')
  const rows = await articles
    .leftJoin('section', 'section.id', 'article.sectionId')
    .leftJoin('edition', 'edition.articleId', 'article.id')
    .select(['section.slug', 'edition.language'])
    .where('article.id', '=', id)
    .execute()
  return { section: rows[0]?.slug ?? null, languages: rows.flatMap(({ language }) => language ?? []) }
}
