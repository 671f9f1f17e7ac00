import { DAY_MS } from '../../../kit/clock.ts'
import type { Sweep } from '../../../store/index.ts'
import type { EraseSome } from '../../people/index.ts'
import type { ModerationTables } from '../tables.ts'

/** As long as words that were removed. */
const KEPT_MS = 184 * DAY_MS
const AT_ONCE = 200

/** Forgets what moderators told each other about somebody and their words. */
export const eraseCaseNotes: EraseSome = async (tx, { personId }) => {
  const tables = tx.look<ModerationTables>()
  const theirs = tables.selectFrom('moderationCase').select('id').where('personId', '=', personId)
  const some = tables.selectFrom('caseNote').select('id').where('caseId', 'in', theirs).limit(AT_ONCE)
  const notes = tx.change<ModerationTables>().deleteFrom('caseNote').where('id', 'in', some)
  return Number((await notes.executeTakeFirstOrThrow()).numDeletedRows) === AT_ONCE ? 0 : undefined
}

/** Forgets cases that were closed long ago; the decisions stay. */
export const sweepCases: Sweep = async (tx, now) => {
  const closed = tx.look<ModerationTables>().selectFrom('moderationCase').select('id')
  const old = await closed
    .where('closedAt', '<', now - KEPT_MS)
    .orderBy('closedAt')
    .limit(AT_ONCE)
    .execute()
  if (old.length === 0) return false
  const ids = old.map(({ id }) => id)
  const tables = tx.change<ModerationTables>()
  await tables.deleteFrom('caseNote').where('caseId', 'in', ids).execute()
  await tables.deleteFrom('caseReason').where('caseId', 'in', ids).execute()
  await tables.deleteFrom('moderationCase').where('id', 'in', ids).execute()
  return old.length === AT_ONCE
}
