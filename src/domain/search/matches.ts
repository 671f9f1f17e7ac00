import type { ExpressionBuilder } from 'kysely'
import type { Reading } from '../../store/index.ts'
import { type ArticleTables, READABLE } from '../articles/index.ts'
import { type DiscussionTables, stands } from '../discussion/index.ts'
import type { PersonTables } from '../people/index.ts'
import type { Engine } from './engine.ts'
import type { IdRange } from './id-range.ts'
import { namedIn } from './named.ts'
import type { Question } from './question.ts'

type Tables = DiscussionTables & PersonTables & ArticleTables

export type MatchRow = Awaited<ReturnType<typeof matches>>[number]

/** What stands in a range and is of the discussion, the person and the days asked for, newest first. @NOTE a cross join, so that the named come first, in their order. */
export function matches(db: Reading, engine: Engine, question: Question, range: IdRange, limit: number) {
  const { articleId, authorId, from, until } = question
  return db
    .look<Tables>()
    .selectFrom(namedIn(db, engine, question, range))
    .crossJoin('comment')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['comment.id', 'comment.articleId', 'comment.label', 'comment.language', 'comment.postedAt'])
    .select(['comment.authorId', 'person.name as authorName'])
    .select((e) => e.ref('comment.plain').$notNull().as('plain'))
    .whereRef('comment.id', '=', 'named.id')
    .where(stands('comment'))
    .where((e) => e.exists(publishedEdition(e)))
    .$if(articleId !== undefined, (q) => q.where('comment.articleId', '=', articleId!))
    .$if(authorId !== undefined, (q) => q.where('comment.authorId', '=', authorId!))
    .$if(from !== undefined, (q) => q.where('comment.postedAt', '>=', from!))
    .$if(until !== undefined, (q) => q.where('comment.postedAt', '<', until!))
    .orderBy('named.id', 'desc')
    .limit(limit)
    .execute()
}

function publishedEdition(e: ExpressionBuilder<Tables, 'comment'>) {
  const editions = e.selectFrom('edition').select('edition.id').whereRef('edition.articleId', '=', 'comment.articleId')
  return editions.where('edition.state', 'in', READABLE)
}
