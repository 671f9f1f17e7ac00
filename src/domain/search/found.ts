import type { AliasedExpression, ExpressionBuilder } from 'kysely'
import type { Reading } from '../../store/index.ts'
import { type Span, spansOf } from '../../text/spans.ts'
import type { ArticleTables } from '../articles/index.ts'
import type { CommentId, DiscussionTables } from '../discussion/index.ts'
import type { PersonTables } from '../people/index.ts'
import type { Engine } from './engine.ts'
import type { Question } from './question.ts'

type Tables = DiscussionTables & PersonTables & ArticleTables

type Row = Awaited<ReturnType<typeof candidates>>[number]

/** A comment that answers a question, with the places of the words that were looked for. */
export type Found = Row & { spans: readonly Span[] }

export interface Findings {
  found: Found[]
  /** The number below which there may be more; null at the end. */
  older: CommentId | null
}

/** So many candidates that the index names and the words deny are read for one page, in rounds of a page each. */
const ROUNDS = 10

/** Comments that answer a question, newest first by number. The index names candidates; what stands now decides. */
export async function find(db: Reading, engine: Engine, question: Question, limit: number): Promise<Findings> {
  if (question.wanted?.length === 0) return { found: [], older: null }
  const found: Found[] = []
  let { before } = question
  for (let round = 0; round < ROUNDS; round++) {
    const rows = await candidates(db, engine, { ...question, before }, limit + 1)
    found.push(...rows.flatMap((row) => answering(row, question)))
    if (found.length > limit) return { found: found.slice(0, limit), older: found[limit - 1]!.id }
    if (rows.length <= limit) return { found, older: null }
    before = rows.at(-1)!.id
  }
  return { found, older: before! }
}

/** Words may have been changed or removed since the index read them. */
function answering(row: Row, { wanted }: Question): Found[] {
  if (!wanted) return [{ ...row, spans: [] }]
  const spans = spansOf(row.plain, row.language, wanted)
  return spans ? [{ ...row, spans }] : []
}

/** @NOTE a cross join keeps a planner from looking into the index once for every comment: the hits come first, in their order. */
function candidates(db: Reading, engine: Engine, question: Question, limit: number) {
  const { wanted, articleId, authorId, from, until, before } = question
  const hits = wanted ? engine.holding(wanted).as('hit') : everyOne(db, question)
  return db
    .look<Tables>()
    .selectFrom(hits as AliasedExpression<{ id: CommentId }, 'hit'>)
    .crossJoin('comment')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['comment.id', 'comment.articleId', 'comment.label', 'comment.language', 'comment.postedAt'])
    .select(['comment.authorId', 'person.name as authorName'])
    .select((e) => e.ref('comment.plain').$notNull().as('plain'))
    .whereRef('comment.id', '=', 'hit.id')
    .where('comment.plain', 'is not', null)
    .where((e) => e.exists(publishedEdition(e)))
    .$if(articleId !== undefined, (q) => q.where('comment.articleId', '=', articleId!))
    .$if(authorId !== undefined, (q) => q.where('comment.authorId', '=', authorId!))
    .$if(from !== undefined, (q) => q.where('comment.postedAt', '>=', from!))
    .$if(until !== undefined, (q) => q.where('comment.postedAt', '<', until!))
    .$if(before !== undefined, (q) => q.where('hit.id', '<', before!))
    .orderBy('hit.id', 'desc')
    .limit(limit)
    .execute()
}

/** Where no words are looked for, the comments of a discussion or a person are an index of their own. */
function everyOne(db: Reading, { articleId, authorId }: Question) {
  return db
    .look<Tables>()
    .selectFrom('comment')
    .select('id')
    .$if(articleId !== undefined, (q) => q.where('articleId', '=', articleId!))
    .$if(authorId !== undefined, (q) => q.where('authorId', '=', authorId!))
    .as('hit')
}

function publishedEdition(e: ExpressionBuilder<Tables, 'comment'>) {
  const editions = e.selectFrom('edition').select('edition.id').whereRef('edition.articleId', '=', 'comment.articleId')
  return editions.where('edition.publishedAt', 'is not', null)
}
