import { DAY_MS } from '../../../kit/clock.ts'
import type { Sweep } from '../../../store/index.ts'
import type { EraseSome } from '../../people/index.ts'
import type { ProposalTables } from './tables.ts'

/** As long as cases that were closed. */
const KEPT_MS = 184 * DAY_MS
const AT_ONCE = 200

/** Keeps that something was proposed about somebody, and neither what was said of them nor which words it was about. */
export const eraseProposals: EraseSome = async (tx, { personId }) => {
  const said = { note: '', staffNote: '', law: null, particulars: '{}' }
  await tx.change<ProposalTables>().updateTable('proposal').set(said).where('personId', '=', personId).execute()
  return undefined
}

/** Forgets those that ended long ago; what was decided stays. */
export const sweepProposals: Sweep = async (tx, now) => {
  const ended = tx
    .look<ProposalTables>()
    .selectFrom('proposal')
    .select('id')
    .where('endedAt', '<', now - KEPT_MS)
  const old = (await ended.orderBy('endedAt').limit(AT_ONCE).execute()).map(({ id }) => id)
  if (old.length === 0) return false
  await tx.change<ProposalTables>().deleteFrom('proposal').where('id', 'in', old).execute()
  return old.length === AT_ONCE
}
