import { sql } from 'kysely'
import { DAY_MS } from '../../../kit/clock.ts'
import type { Sweep, Writing } from '../../../store/index.ts'
import type { EraseSome } from '../../people/index.ts'
import type { ModerationTables } from '../tables.ts'
import type { PublicLogTables } from './tables.ts'

type Tables = PublicLogTables & ModerationTables

/** So long as words that were removed are kept; from then on nobody can try which they were. */
const KEPT_MS = 184 * DAY_MS
const AT_ONCE = 500

/** Takes the salts of somebody's words out of the log, which proves without them. */
export const eraseSalts: EraseSome = async (tx, { personId }) => {
  const decided = tx.look<Tables>().selectFrom('decisionComment').select('id').where('personId', '=', personId)
  const some = tx.look<Tables>().selectFrom('logWords').select('decidedId').where('salt', 'is not', null)
  const ids = (await some.where('decidedId', 'in', decided).limit(AT_ONCE).execute()).map(({ decidedId }) => decidedId!)
  if (ids.length === 0) return
  await forget(tx, ids)
  return 0
}

export const sweepSalts: Sweep = async (tx, now) => {
  const old = tx
    .look<Tables>()
    .selectFrom('decision')
    .select('id')
    .where('settledAt', '<', now - KEPT_MS)
  const decided = tx.look<Tables>().selectFrom('decisionComment').select('id').where('decisionId', 'in', old)
  const some = tx.look<Tables>().selectFrom('logWords').select('decidedId').where(sql<boolean>`"salt" is not null`)
  const ids = (await some.where('decidedId', 'in', decided).limit(AT_ONCE).execute()).map(({ decidedId }) => decidedId!)
  if (ids.length > 0) await forget(tx, ids)
  return ids.length === AT_ONCE
}

async function forget(tx: Writing, ids: readonly number[]): Promise<void> {
  await tx.change<PublicLogTables>().updateTable('logWords').set({ salt: null }).where('decidedId', 'in', ids).execute()
}
