import { padded, type Reading } from '../../../store/index.ts'
import { expand } from '../../../text/quotation-blocks.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import { typedWords } from '../discussion.ts'
import { formerlyIn } from '../quotations/quotations.ts'
import { typedBlocks } from '../quotations/quoting.ts'
import type { DiscussionTables } from '../tables.ts'
import type { CommentId, ROOT, Tombstone } from './comment.ts'

interface Former {
  words: string
  at: number | null
}

type Numbered = Former & { number: number }

/** A comment as its author may take it along. */
export interface OwnComment {
  id: CommentId
  articleId: ArticleId
  parentId: CommentId | typeof ROOT
  /** Null where it has none, as it was never let in. */
  label: string | null
  postedAt: number | null
  editedAt: number | null
  /** As they were typed; null where they have been removed. */
  words: string | null
  /** How they stood before each edit. */
  earlier: Former[]
  /** Whether it waits to be let in, seen by nobody else. */
  held: boolean
  removed: Tombstone | null
}

/** What somebody wrote, oldest first, after a comment's number; of what has been removed there are no words. */
export async function ownWords(
  db: Reading,
  personId: PersonId,
  after: CommentId | typeof ROOT,
  limit: number,
): Promise<OwnComment[]> {
  const rows = await ownRows(db, personId, after, limit)
  const wordings = await formerWordings(
    db,
    rows.map(({ id }) => id),
  )
  const own: OwnComment[] = []
  for (const { state, ordinal, label, cause, ruleId, at, ...row } of rows) {
    const isRemoved = state === 'removed'
    own.push({
      ...row,
      label: ordinal === null ? null : label,
      words: isRemoved ? null : ((await typedWords(db, row.id))?.typed ?? ''),
      earlier: isRemoved ? [] : await typedAs(db, row.id, wordings.get(row.id) ?? []),
      held: state === 'held',
      removed: isRemoved ? { cause: cause ?? 'unknown', ruleId, at } : null,
    })
  }
  return own
}

function ownRows(db: Reading, personId: PersonId, after: CommentId | typeof ROOT, limit: number) {
  return db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .leftJoin('removal', 'removal.id', 'comment.removalId')
    .select(['comment.id', 'comment.articleId', 'comment.parentId', 'comment.state', 'comment.ordinal'])
    .select(['comment.label', 'comment.postedAt', 'comment.editedAt'])
    .select(['removal.cause', 'removal.ruleId', 'removal.at'])
    .where('comment.authorId', '=', personId)
    .where('comment.id', '>', after as CommentId)
    .orderBy('comment.id')
    .limit(limit)
    .execute()
}

/** As they were typed, as far as what they quoted was kept; a marker stands in the place of the rest. */
async function typedAs(db: Reading, id: CommentId, wordings: readonly Numbered[]): Promise<Former[]> {
  if (wordings.length === 0) return []
  const blocks = await typedBlocks(db, await formerlyIn(db, id))
  const quoted = Map.groupBy(blocks, ({ number }) => number)
  return wordings.map(({ number, words, at }) => ({ words: expand(words, quoted.get(number) ?? []), at }))
}

export type OwnReaction = Pick<DiscussionTables['reaction'], 'commentId' | 'kind' | 'at'>

/** How somebody reacted, by comment, after one of their reactions. */
export function ownReactions(
  db: Reading,
  personId: PersonId,
  after: OwnReaction | undefined,
  limit: number,
): Promise<OwnReaction[]> {
  const all = db.look<DiscussionTables>().selectFrom('reaction').select(['commentId', 'kind', 'at'])
  let reactions = all.where('personId', '=', personId)
  if (after)
    reactions = reactions.where((e) => e(e.refTuple('commentId', 'kind'), '>', e.tuple(after.commentId, after.kind)))
  return reactions.orderBy('commentId').orderBy('kind').limit(limit).execute()
}

async function formerWordings(db: Reading, ids: readonly CommentId[]): Promise<Map<number, Numbered[]>> {
  if (ids.length === 0) return new Map()
  const columns = ['commentId', 'number', 'words', 'at'] as const
  const revisions = db.look<DiscussionTables>().selectFrom('commentRevision').select(columns)
  const seen = revisions.where('commentId', 'in', padded(ids)).where('hiddenAt', 'is', null)
  const rows = await seen.orderBy('commentId').orderBy('number').execute()
  const all = Map.groupBy(rows, ({ commentId }) => commentId)
  return new Map([...all].map(([id, wordings]) => [id, wordings.slice(0, -1)]))
}
