import { type AliasedExpression, sql } from 'kysely'
import type { Reading } from '../../store/index.ts'
import type { CommentId, DiscussionTables } from '../discussion/index.ts'
import type { Engine } from './engine.ts'
import type { IdRange } from './id-range.ts'
import type { Question } from './question.ts'

type Filter = Pick<Question, 'articleId' | 'authorId'>
type Named = AliasedExpression<{ id: CommentId }, 'named'>

/** The numbers that the indices name as answers in one stretch. @NOTE a sum keeps a planner from looking into the index once for every comment. */
export function namedIn(db: Reading, engine: Engine, question: Question, stretch: IdRange): Named {
  const { wanted, articleId, authorId } = question
  if (!wanted) return commentsOf(db, authorId === undefined ? { articleId } : { authorId }, stretch).as('named')
  const hits = engine.holding(wanted).as('hit') as AliasedExpression<{ id: CommentId }, 'hit'>
  const inStretch = db
    .look()
    .selectFrom(hits)
    .select('hit.id')
    .where('hit.id', '>=', stretch.from)
    .where('hit.id', '<', stretch.until)
  const isOf = (filter: Filter) => sql<boolean>`hit.id + 0 in ${commentsOf(db, filter, stretch)}`
  return inStretch
    .$if(articleId !== undefined, (q) => q.where(isOf({ articleId })))
    .$if(authorId !== undefined, (q) => q.where(isOf({ authorId })))
    .as('named')
}

/** The numbers of the comments of a discussion, of a person, or of all: each is an index of its own. */
export function commentsOf(
  db: Reading,
  { articleId, authorId }: Filter,
  { from, until }: Partial<Record<keyof IdRange, CommentId | undefined>>,
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
