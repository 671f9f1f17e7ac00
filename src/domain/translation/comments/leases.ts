import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import { padded, type Reading, type Writing } from '../../../store/index.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { CommentTranslationTables } from './tables.ts'

/** @NOTE longer than an engine is waited for: whoever ended without a word is followed by another then. */
const LEASE_MS = 3 * MINUTE_MS

/** Of these comments those that are one's own to have translated, from now on; others are under way elsewhere. */
export async function lease(
  tx: Writing,
  { ids, language, at }: { ids: readonly CommentId[]; language: Language; at: number },
): Promise<ReadonlySet<CommentId>> {
  const until = at + LEASE_MS
  const rows = ids.toSorted((a, b) => a - b).map((commentId) => ({ commentId, language, until }))
  const taken = await tx
    .change<CommentTranslationTables>()
    .insertInto('commentTranslationLease')
    .values(rows)
    .onConflict((c) =>
      c.columns(['commentId', 'language']).doUpdateSet({ until }).where('commentTranslationLease.until', '<=', at),
    )
    .returning('commentId')
    .execute()
  return new Set(taken.map(({ commentId }) => commentId))
}

/** Lets others have them translated. */
export async function endLease(tx: Writing, ids: readonly CommentId[], language: Language): Promise<void> {
  const leases = tx.change<CommentTranslationTables>().deleteFrom('commentTranslationLease')
  await leases.where('commentId', 'in', padded(ids)).where('language', '=', language).execute()
}

/** Which of these comments somebody has translated at this moment. */
export async function leased(
  db: Reading,
  { ids, language, at }: { ids: readonly CommentId[]; language: Language; at: number },
): Promise<CommentId[]> {
  if (ids.length === 0) return []
  const leases = db.look<CommentTranslationTables>().selectFrom('commentTranslationLease').select('commentId')
  const rows = await leases
    .where('commentId', 'in', padded(ids))
    .where('language', '=', language)
    .where('until', '>', at)
    .execute()
  return rows.map(({ commentId }) => commentId)
}
