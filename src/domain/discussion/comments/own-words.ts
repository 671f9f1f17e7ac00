import type { Reading } from '../../../store/index.ts'
import { expand } from '../../../text/quotation-blocks.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import { typedWords } from '../discussion.ts'
import { formerlyIn } from '../quotations/quotations.ts'
import { typedBlocks } from '../quotations/quoting.ts'
import type { DiscussionTables } from '../tables.ts'
import type { CommentId, ROOT, Tombstone } from './comment.ts'
import { padded } from './reads.ts'

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
  label: string
  postedAt: number | null
  editedAt: number | null
  /** As they were typed; null where they have been removed. */
  words: string | null
  /** How they stood before each edit. */
  earlier: Former[]
  removed: Tombstone | null
}

/** What somebody wrote, oldest first, after a comment's number; of what has been removed there are no words. */
export async function ownWords(
  db: Reading,
  personId: PersonId,
  after: CommentId | typeof ROOT,
  limit: number,
): Promise<OwnComment[]> {
  const columns = ['id', 'articleId', 'parentId', 'label', 'postedAt', 'editedAt', 'html'] as const
  const comments = db.look<DiscussionTables>().selectFrom('comment').select(columns).where('authorId', '=', personId)
  const rows = await comments
    .where('id', '>', after as CommentId)
    .orderBy('id')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  const [tombstones, wordings] = [await tombstonesOf(db, ids), await formerWordings(db, ids)]
  const own: OwnComment[] = []
  for (const { html, ...row } of rows) {
    const stands = html !== null
    own.push({
      ...row,
      words: stands ? ((await typedWords(db, row.id))?.typed ?? '') : null,
      earlier: stands ? await typedAs(db, row.id, wordings.get(row.id) ?? []) : [],
      removed: tombstones.get(row.id) ?? null,
    })
  }
  return own
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

async function tombstonesOf(db: Reading, ids: readonly CommentId[]): Promise<Map<number, Tombstone>> {
  if (ids.length === 0) return new Map()
  const tombstones = db.look<DiscussionTables>().selectFrom('tombstone').select(['commentId', 'cause', 'ruleId', 'at'])
  const rows = await tombstones.where('commentId', 'in', padded(ids)).execute()
  return new Map(rows.map(({ commentId, ...tombstone }) => [commentId, tombstone]))
}

async function formerWordings(db: Reading, ids: readonly CommentId[]): Promise<Map<number, Numbered[]>> {
  if (ids.length === 0) return new Map()
  const columns = ['commentId', 'number', 'words', 'at'] as const
  const revisions = db.look<DiscussionTables>().selectFrom('commentRevision').select(columns)
  const rows = await revisions.where('commentId', 'in', padded(ids)).orderBy('commentId').orderBy('number').execute()
  const all = Map.groupBy(rows, ({ commentId }) => commentId)
  return new Map([...all].map(([id, wordings]) => [id, wordings.slice(0, -1)]))
}
