import { type AliasedExpression, sql } from 'kysely'
import type { Reading } from '../../store/index.ts'
import type { CommentId } from '../discussion/index.ts'
import { commentsOf, type Filter } from './comments-of.ts'
import type { Engine } from './engine.ts'
import type { IdRange } from './id-range.ts'
import type { Question } from './question.ts'

type Named = AliasedExpression<{ id: CommentId }, 'named'>

/** The numbers that the indices name as answers in one range. @NOTE as the answer to a question of its own ("is true") those of the discussion or the person are read once; a planner that knows little of its tables would else look into the index, or read all of them, once for every comment. */
export function namedIn(db: Reading, engine: Engine, question: Question, range: IdRange): Named {
  const { wanted, articleId, authorId } = question
  if (!wanted) return commentsOf(db, authorId === undefined ? { articleId } : { authorId }, range).as('named')
  const hits = engine.holding<CommentId>(wanted).as('hit') as AliasedExpression<{ id: CommentId }, 'hit'>
  const inRange = db
    .look()
    .selectFrom(hits)
    .select('hit.id')
    .where('hit.id', '>=', range.from)
    .where('hit.id', '<', range.until)
  const isOf = (filter: Filter) => sql<boolean>`(hit.id in ${commentsOf(db, filter, range)}) is true`
  return inRange
    .$if(articleId !== undefined, (q) => q.where(isOf({ articleId })))
    .$if(authorId !== undefined, (q) => q.where(isOf({ authorId })))
    .as('named')
}
