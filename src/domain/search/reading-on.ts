import { type Entry, entriesSince, latestSeq, oneOf, type Reading } from '../../store/index.ts'
import { type ArticleId, importDone } from '../articles/index.ts'
import {
  type CommentId,
  commentEdited,
  commentPosted,
  commentRemoved,
  commentRestored,
  type DiscussionTables,
  discussionImported,
  padded,
} from '../discussion/index.ts'
import { EVERYTHING, type Progress, progressOf } from './progress.ts'

/** Words that are to be indexed; null where none stand any more. */
export interface IndexState {
  id: CommentId
  plain: string | null
  language: string | null
}

/** The next step of the index: from where, to where, and the comments to be read on the way. */
export interface Step {
  from: Progress
  to: Progress
  /** Whether what the index held is of no use any more. */
  afresh: boolean
  comments: readonly IndexState[]
  /** Whether there may be a next step already. */
  isMore: boolean
}

/** Goes up whenever tokens are made in another way, so that the index is made anew. */
const WORDING = 1
const AT_ONCE = 200

/** After these a comment's words are other than they were. */
const isChange = oneOf([commentPosted, commentEdited, commentRemoved, commentRestored])
/** After these there are many comments that no entry names. */
const isArrival = oneOf([discussionImported, importDone])

/** What comes next; nothing when the index is up to date. */
export async function nextStep(db: Reading): Promise<Step | undefined> {
  const from = await progressOf(db)
  if (from.seq === null || from.wording !== WORDING) return beginning(db, from)
  if (from.sweeping !== null) return sweep(db, from, from.sweeping)
  return follow(db, from, from.seq)
}

async function beginning(db: Reading, from: Progress): Promise<Step> {
  const to = { seq: await latestSeq(db), sweeping: EVERYTHING, sweptTo: 0, wording: WORDING }
  return { from, to, afresh: true, comments: [], isMore: true }
}

async function sweep(db: Reading, from: Progress, articleId: number): Promise<Step> {
  const comments = await standing(db)
    .$if(articleId !== EVERYTHING, (q) => q.where('articleId', '=', articleId as ArticleId))
    .where('id', '>', from.sweptTo as CommentId)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  const swept = comments.length < AT_ONCE
  const to = swept ? { ...from, sweeping: null, sweptTo: 0 } : { ...from, sweptTo: comments.at(-1)!.id }
  return { from, to, afresh: false, comments, isMore: true }
}

async function follow(db: Reading, from: Progress, seq: number): Promise<Step | undefined> {
  const entries = await entriesSince(db, seq, AT_ONCE)
  const [first] = entries
  if (!first) return
  if (isArrival(first)) return arrival(from, first)
  const arrivalAt = entries.findIndex(isArrival)
  const until = arrivalAt < 0 ? entries : entries.slice(0, arrivalAt)
  const ids = [...new Set(until.filter(isChange).map(({ about }) => about as CommentId))]
  const to = { ...from, seq: until.at(-1)!.seq }
  const isMore = entries.length === AT_ONCE || until.length < entries.length
  return { from, to, afresh: false, comments: await standingOf(db, ids), isMore }
}

/** An import into an empty publication gives numbers anew, so that nothing in the index can be told from what was before. */
function arrival(from: Progress, { seq, articleId }: Entry): Step {
  const to = { ...from, seq, sweeping: articleId ?? EVERYTHING, sweptTo: 0 }
  return { from, to, afresh: articleId === null, comments: [], isMore: true }
}

async function standingOf(db: Reading, ids: readonly CommentId[]): Promise<IndexState[]> {
  if (ids.length === 0) return []
  const rows = await standing(db).where('id', 'in', padded(ids)).execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id) ?? { id, plain: null, language: null })
}

function standing(db: Reading) {
  return db.look<DiscussionTables>().selectFrom('comment').select(['id', 'plain', 'language'])
}
