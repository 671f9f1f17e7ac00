import type { Reading } from '../../store/index.ts'
import type { CommentId, DiscussionTables } from '../discussion/index.ts'
import type { Question } from './question.ts'

/** Of which discussion and of which person. */
export type Filter = Pick<Question, 'articleId' | 'authorId'>

/** The numbers of the comments of a discussion, of a person, or of all: each is an index of its own. */
export function commentsOf(
  db: Reading,
  { articleId, authorId }: Filter,
  { from, until }: { from?: CommentId | undefined; until?: CommentId | undefined },
) {
  return db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .select('id')
    .$if(articleId !== undefined, (q) => q.where('articleId', '=', articleId!))
    .$if(authorId !== undefined, (q) => q.where('authorId', '=', authorId!))
    .$if(from !== undefined, (q) => q.where('id', '>=', from!))
    .$if(until !== undefined, (q) => q.where('id', '<', until!))
}
