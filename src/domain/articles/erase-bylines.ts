import type { EraseSome } from '../people/index.ts'
import { articleChanged } from './events.ts'
import { listArticle } from './lists/listings.ts'
import type { ArticleTables } from './tables.ts'

const AT_ONCE = 50

/** Takes somebody's name from articles that they signed. */
export const eraseBylines: EraseSome = async (tx, { personId, at }) => {
  const bylines = tx.look<ArticleTables>().selectFrom('byline').select(['id', 'articleId'])
  const some = await bylines.where('personId', '=', personId).orderBy('id').limit(AT_ONCE).execute()
  const ids = some.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.change<ArticleTables>().deleteFrom('bylineWords').where('bylineId', 'in', ids).execute()
  await tx.change<ArticleTables>().deleteFrom('byline').where('id', 'in', ids).execute()
  for (const articleId of new Set(some.map((one) => one.articleId))) {
    await listArticle(tx, articleId)
    tx.note(articleChanged, { about: articleId, articleId, at })
  }
  return 0
}
