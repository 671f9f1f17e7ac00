import type { Reading } from '../../store/index.ts'
import { type CommentId, type DiscussionTables, stands } from '../discussion/index.ts'
import type { Engine } from './engine.ts'

/** Where the index and the comments that stand differ. */
export interface Misindexed {
  /** Comments that stand and are not in the index. */
  missing: CommentId[]
  /** Numbers in the index of comments that do not stand. */
  spare: CommentId[]
}

/** Compares the index with the comments: the first so many of each kind. */
export async function misindexed(db: Reading, engine: Engine, limit: number): Promise<Misindexed> {
  const known = engine.known<CommentId>().as('known')
  const comments = db.look<DiscussionTables>().selectFrom('comment')
  const missing = await comments
    .leftJoin(known, 'known.id', 'comment.id')
    .select('comment.id')
    .where(stands('comment'))
    .where('known.id', 'is', null)
    .orderBy('comment.id')
    .limit(limit)
    .execute()
  const spare = await db
    .look<DiscussionTables>()
    .selectFrom(known)
    .leftJoin('comment', (join) => join.onRef('comment.id', '=', 'known.id').on(stands('comment')))
    .select('known.id')
    .where('comment.id', 'is', null)
    .orderBy('known.id')
    .limit(limit)
    .execute()
  return { missing: missing.map(({ id }) => id), spare: spare.map(({ id }) => id) }
}
