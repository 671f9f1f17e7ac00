import { whereTombstonesAreLeft } from '../discussion/index.ts'
import type { EraseSome } from '../people/index.ts'
import { engineOn } from './engines.ts'

const AT_ONCE = 200

const forgetSome = whereTombstonesAreLeft(AT_ONCE, (tx, ids) => engineOn(tx.change()).forget(tx, ids))

/** Takes what somebody said out of the index, where tombstones are left of it. */
export const eraseTerms: EraseSome = async (tx, erasure, after) =>
  (await engineOn(tx.change()).tidy(tx)) ? after : forgetSome(tx, erasure, after)

/** Takes terms that nothing holds any more out of the bytes of the index, a stretch at a time. */
export const forgetDroppedTerms: EraseSome = async (tx, _, after) => {
  const isMore = await engineOn(tx.change()).compact(tx, after === 0)
  return isMore ? after + 1 : undefined
}
