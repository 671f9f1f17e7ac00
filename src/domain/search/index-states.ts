import { padded, type Reading } from '../../store/index.ts'
import type { ArticleId } from '../articles/index.ts'
import type { CommentId, DiscussionTables } from '../discussion/index.ts'

/** Words that are to be indexed; null where none stand any more. */
export interface IndexState {
  id: CommentId
  plain: string | null
  language: string | null
}

/** Of these comments, each in its place. */
export async function statesOf(db: Reading, ids: readonly CommentId[]): Promise<IndexState[]> {
  if (ids.length === 0) return []
  const rows = await states(db).where('id', 'in', padded(ids)).execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id) ?? { id, plain: null, language: null })
}

/** Of the comments of an article after one of them, or of all where no article is named, by their numbers. */
export function statesAfter(db: Reading, articleId: number | null, id: number, limit: number): Promise<IndexState[]> {
  return states(db)
    .$if(articleId !== null, (q) => q.where('articleId', '=', articleId as ArticleId))
    .where('id', '>', id as CommentId)
    .orderBy('id')
    .limit(limit)
    .execute()
}

function states(db: Reading) {
  return db.look<DiscussionTables>().selectFrom('comment').select(['id', 'plain', 'language'])
}
