import type { Reading } from '../../store/index.ts'
import type { CommentId } from '../discussion/index.ts'
import { commentsOf } from './comments-of.ts'
import type { Question } from './question.ts'

/** The comments that are looked at in one go: from this number on, before that. */
export interface IdRange {
  from: CommentId
  until: CommentId
}

/** So many numbers a range is wide where only the comments themselves say when they were posted, */
const BY_DAY = 10_000
/** so many where the index names those that are looked at, */
const BY_WORDS = 50_000
/** and so many entries of the index it takes at most, if every comment holds every term. */
const ENTRIES = 500_000

/** The newest range of what is left to be looked through; undefined at the end. */
export async function nextIdRange(db: Reading, question: Question): Promise<IdRange | undefined> {
  const until = await untilWhere(db, question)
  return until && { from: Math.max(0, until - widthOf(question)) as CommentId, until }
}

function widthOf({ wanted, from, until }: Question): number {
  if (!wanted) return BY_DAY
  const isOfDays = from !== undefined || until !== undefined
  return Math.min(isOfDays ? BY_DAY : BY_WORDS, Math.ceil(ENTRIES / wanted.flat().length))
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
