import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { type Member, mustMay } from '../../people/index.ts'
import { handleCases, placeOfCase } from '../policy.ts'
import type { ModerationTables } from '../tables.ts'
import { type Case, type CaseId, CLAIM_MS, isClaimed } from './case.ts'
import { caseById } from './cases.ts'

export interface Claiming {
  id: CaseId
  by: Member
  at: number
}

/** Takes a case to work on it alone. Throws Trouble where a colleague does, or it is closed. */
export async function claim(tx: Writing, { id, by, at }: Claiming): Promise<void> {
  await mustHandle(tx, id, by)
  const cases = tx.change<ModerationTables>().updateTable('moderationCase').set({ claimedById: by.id, claimedAt: at })
  const free = cases.where('id', '=', id).where('closedAt', 'is', null)
  const claimed = await free
    .where((e) =>
      e.or([e('claimedById', 'is', null), e('claimedById', '=', by.id), e('claimedAt', '<=', at - CLAIM_MS)]),
    )
    .returning('id')
    .executeTakeFirst()
  if (!claimed) throw await refusalOf(tx, id)
}

/** Gives back what one has claimed; who never had it changes nothing. */
export async function release(tx: Writing, { id, by }: Omit<Claiming, 'at'>): Promise<void> {
  await mustHandle(tx, id, by)
  const cases = tx.change<ModerationTables>().updateTable('moderationCase').set({ claimedById: null, claimedAt: null })
  await cases.where('id', '=', id).where('claimedById', '=', by.id).execute()
}

/** Throws Trouble where a colleague works on it. */
export function mustNotBeAnothers(one: Case, { by, at }: Pick<Claiming, 'by' | 'at'>): void {
  if (isClaimed(one, at) && one.claimedById !== by.id) throw new Trouble('conflict', 'case.claimed')
}

/** The case, where somebody may handle it. */
export async function mustHandle(db: Reading, id: CaseId, by: Member): Promise<Case> {
  const one = await caseById(db, id)
  if (!one) throw new Trouble('missing', 'case.missing')
  mustMay(handleCases, by, await placeOfCase(db, one))
  return one
}

async function refusalOf(db: Reading, id: CaseId): Promise<Trouble> {
  const { closedAt } = (await caseById(db, id))!
  return new Trouble('conflict', closedAt === null ? 'case.claimed' : 'case.closed')
}
