import { sql } from 'kysely'
import { DAY_MS } from '../../../kit/clock.ts'
import type { Writing } from '../../../store/index.ts'
import type { DiscussionTables } from '../tables.ts'
import { forgetQuotations, forgetQuotedWords } from './forget-quotations.ts'
import { forgetWordings } from './forget-words.ts'

/** So long words are kept that were removed, for whoever decides about them again. Source of the need: Regulation (EU) 2022/2065, article 20 (1): six months for a complaint. */
export const HIDDEN_KEPT_MS = 184 * DAY_MS
const AT_ONCE = 50

type Tables = DiscussionTables & { removal: { forgottenAt: number | null } }

/** Forgets the words of what was removed long ago, so many at once; answers whether there is more. Numbers, replies and tombstones stay. */
export async function sweepHidden(tx: Writing, now: number): Promise<boolean> {
  const removals = tx.look<Tables>().selectFrom('removal').select(['id', 'commentId'])
  const kept = removals.where(sql<boolean>`"forgottenAt" is null`).where('at', '<', now - HIDDEN_KEPT_MS)
  const old = await kept.orderBy('at').limit(AT_ONCE).execute()
  if (old.length === 0) return false
  const ids = old.map(({ id }) => id)
  await tx.change<Tables>().updateTable('removal').set({ forgottenAt: now }).where('id', 'in', ids).execute()
  const inForce = tx.look<DiscussionTables>().selectFrom('comment').select('id').where('removalId', 'in', ids)
  const gone = (await inForce.execute()).map(({ id }) => id)
  if (gone.length > 0) {
    await forgetWordings(tx, gone)
    await forgetQuotations(tx, gone)
    await forgetQuotedWords(tx, gone)
  }
  return old.length === AT_ONCE
}
