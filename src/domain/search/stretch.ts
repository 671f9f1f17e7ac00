import type { Reading } from '../../store/index.ts'
import type { CommentId } from '../discussion/index.ts'
import type { Engine } from './engine.ts'
import { commentsOf, namedIn } from './named.ts'
import type { Question } from './question.ts'

/** The comments that are looked at in one go: from this number on, before that. */
export interface Stretch {
  from: CommentId
  until: CommentId
}

/** So many comments are looked at in one go. */
const COMMENTS = 1_000
/** So many entries of the index are read in one go, if every comment holds every term. */
const ENTRIES = 100_000

/** The newest stretch of what is left to be looked through; undefined at the end. */
export async function nextStretch(db: Reading, engine: Engine, question: Question): Promise<Stretch | undefined> {
  const until = await untilWhere(db, question)
  if (until === undefined) return
  const widest = { from: Math.max(0, until - widthOf(question)) as CommentId, until }
  const last = await db
    .look()
    .selectFrom(namedIn(db, engine, question, widest))
    .select('named.id')
    .orderBy('named.id', 'desc')
    .offset(COMMENTS - 1)
    .limit(1)
    .executeTakeFirst()
  return { from: last?.id ?? widest.from, until }
}

function widthOf({ wanted }: Question): number {
  return wanted ? Math.ceil(ENTRIES / wanted.flat().length) : Number.MAX_SAFE_INTEGER
}

/** Passes over what is not of the discussion or the person; a number from which on there is nothing to be found. */
async function untilWhere(db: Reading, { articleId, authorId, before }: Question): Promise<CommentId | undefined> {
  let until = before
  for (const filter of articleId === undefined ? [{ authorId }] : [{ articleId }, { authorId }]) {
    const newest = commentsOf(db, filter, { until }).orderBy('id', 'desc').limit(1)
    const found = await newest.executeTakeFirst()
    if (!found) return
    until = (found.id + 1) as CommentId
  }
  return until
}
