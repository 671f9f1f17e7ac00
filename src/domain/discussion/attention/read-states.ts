import { z } from 'zod'
import { stableJson } from '../../../kit/json.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { newestOn } from '../comments/comments.ts'
import type { DiscussionTables } from '../tables.ts'
import { mergedReadState, type ReadState } from './read-state.ts'

interface ReadingTables {
  reading: { personId: PersonId; articleId: ArticleId; upTo: number; seen: string; at: number }
}

const ids = z.array(z.int().transform((id) => id as CommentId))
const LOOKED_AT = 200

/** What somebody knew of a discussion when they last left it. */
export async function readStateOf(
  db: Reading,
  personId: PersonId,
  articleId: ArticleId,
): Promise<ReadState | undefined> {
  const readings = db.look<ReadingTables>().selectFrom('reading').select(['upTo', 'seen'])
  const kept = readings.where('articleId', '=', articleId).where('personId', '=', personId)
  const row = await kept.executeTakeFirst()
  return row && knownFrom(row)
}

/** What somebody knows, discussion by discussion, after one of them. */
export async function readStatesOf(db: Reading, personId: PersonId, after: ArticleId | 0, limit: number) {
  const readings = db.look<ReadingTables>().selectFrom('reading').select(['articleId', 'upTo', 'seen', 'at'])
  const further = readings.where('personId', '=', personId).where('articleId', '>', after as ArticleId)
  const rows = await further.orderBy('articleId').limit(limit).execute()
  return rows.map(({ articleId, at, ...row }) => ({ articleId, ...knownFrom(row), at }))
}

/** Of the first comments that came after one, those that stand and are by others than these people; and up to which comment that is all. */
export async function cameAfter(
  db: Reading,
  articleId: ArticleId,
  since: CommentId,
  by: readonly PersonId[] = [],
): Promise<{ ids: CommentId[]; upTo: CommentId }> {
  const comments = db.look<DiscussionTables>().selectFrom('comment').select(['id', 'authorId', 'state'])
  const after = comments.where('articleId', '=', articleId).where('id', '>', since).where('ordinal', 'is not', null)
  const rows = await after.orderBy('id').limit(LOOKED_AT).execute()
  const others = rows.filter(({ authorId, state }) => state === 'stands' && !(authorId && by.includes(authorId)))
  return { ids: others.map(({ id }) => id), upTo: rows.at(-1)?.id ?? since }
}

/** Remembers what somebody knows beside what they knew; nothing is unknown again, and nothing is known that is not there yet. */
export async function saveReadState(
  tx: Writing,
  { personId, articleId, at, ...known }: ReadState & Pick<ReadingTables['reading'], 'personId' | 'articleId' | 'at'>,
): Promise<void> {
  const newest = await newestOn(tx, articleId)
  if (newest === 0) return
  const seen = known.seen.filter((id) => id <= newest)
  const upTo = known.upTo < newest ? known.upTo : newest
  const all = mergedReadState(await heldFor(tx, { personId, articleId, at }), { upTo, seen })
  const reading = tx.change<ReadingTables>().updateTable('reading').where('articleId', '=', articleId)
  const row = { upTo: all.upTo, seen: stableJson(all.seen) }
  await reading.where('personId', '=', personId).set(row).execute()
}

/** What they knew, held until the change is done, so that two of their windows forget nothing of each other's. */
async function heldFor(tx: Writing, row: Pick<ReadingTables['reading'], 'personId' | 'articleId' | 'at'>) {
  const insert = tx.change<ReadingTables>().insertInto('reading')
  const held = insert
    .values({ ...row, upTo: 0, seen: '[]' })
    .onConflict((c) => c.columns(['personId', 'articleId']).doUpdateSet({ at: row.at }))
  return knownFrom(await held.returning(['upTo', 'seen']).executeTakeFirstOrThrow())
}

function knownFrom({ upTo, seen }: { upTo: number; seen: string }): ReadState {
  return { upTo: upTo as CommentId, seen: ids.parse(JSON.parse(seen)) }
}
