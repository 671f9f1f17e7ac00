import type { Reading } from '../../../store/index.ts'
import type { DiscussionTables } from '../tables.ts'

/** Where the ordinals of comments are not 1, 2, 3…: "comment 7" or "article 2". Pages rely on there being no gaps; what was never let in has no number. */
export async function misnumbered(db: Reading, limit: number): Promise<string[]> {
  const rows = await db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .select(['articleId', 'parentId'])
    .groupBy(['articleId', 'parentId'])
    .having((e) => e(e.fn.max('ordinal'), '<>', e.fn.count<number>('ordinal')))
    .orderBy('articleId')
    .orderBy('parentId')
    .limit(limit)
    .execute()
  return rows.map(({ articleId, parentId }) => (parentId ? `comment ${parentId}` : `article ${articleId}`))
}
