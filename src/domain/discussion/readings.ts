import type { Reading, Writing } from '../../store/index.ts'
import type { ArticleId } from '../articles/index.ts'
import type { PersonId } from '../people/index.ts'
import { newestOn } from './comments.ts'

interface ReadingTables {
  reading: { personId: PersonId; articleId: ArticleId; upTo: number; at: number }
}

/** The newest comment of a discussion when somebody last left it. */
export async function readUpTo(db: Reading, personId: PersonId, articleId: ArticleId): Promise<number | undefined> {
  const readings = db.look<ReadingTables>().selectFrom('reading').select('upTo').where('articleId', '=', articleId)
  return (await readings.where('personId', '=', personId).executeTakeFirst())?.upTo
}

/** How far somebody read, discussion by discussion, after one of them. */
export function readingsOf(db: Reading, personId: PersonId, after: ArticleId | 0, limit: number) {
  const readings = db.look<ReadingTables>().selectFrom('reading').select(['articleId', 'upTo', 'at'])
  const further = readings.where('personId', '=', personId).where('articleId', '>', after as ArticleId)
  return further.orderBy('articleId').limit(limit).execute()
}

/** Remembers how far somebody read; it never goes back, and never beyond what there is. */
export async function leave(tx: Writing, reading: ReadingTables['reading']): Promise<void> {
  const upTo = Math.min(reading.upTo, await newestOn(tx, reading.articleId))
  if (upTo === 0) return
  const { at } = reading
  const insert = tx
    .change<ReadingTables>()
    .insertInto('reading')
    .values({ ...reading, upTo })
  const onward = insert.onConflict((c) =>
    c.columns(['personId', 'articleId']).doUpdateSet({ upTo, at }).where('reading.upTo', '<', upTo),
  )
  await onward.execute()
}
