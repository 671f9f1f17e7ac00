import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { ArticleId } from '../article.ts'
import { publicationChanged } from '../events.ts'
import type { ArticleTables } from '../tables.ts'

/** As many as are put in their places by hand. */
export const MOST_PLACED = 12

/** The articles that open the front pages, in the order in which somebody has put them; what is not named comes after them by time. */
export async function frontPlaces(db: Reading): Promise<ArticleId[]> {
  const places = db.look<ArticleTables>().selectFrom('frontPlace').select('articleId').orderBy('position')
  return (await places.execute()).map(({ articleId }) => articleId)
}

/** Puts articles in these places; throws Trouble for too many, and for one that is not there. */
export async function saveFrontPlaces(tx: Writing, articleIds: readonly ArticleId[], at: number): Promise<void> {
  const wanted = [...new Set(articleIds)]
  if (wanted.length > MOST_PLACED) throw new Trouble('invalid', 'front.too-many', { limit: MOST_PLACED })
  if (wanted.join() === (await frontPlaces(tx)).join()) return
  await tx.change<ArticleTables>().deleteFrom('frontPlace').execute()
  for (const [position, articleId] of wanted.entries()) {
    const known = tx.look<ArticleTables>().selectFrom('article').select('id').where('id', '=', articleId)
    if (!(await known.executeTakeFirst())) throw new Trouble('missing', 'article.missing')
    await tx.change<ArticleTables>().insertInto('frontPlace').values({ position, articleId }).execute()
  }
  tx.note(publicationChanged, { at })
}
