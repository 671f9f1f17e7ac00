import { sha256 } from '../../../kit/hash.ts'
import type { Sweep, Writing } from '../../../store/index.ts'

interface UsedCodeTables {
  usedCode: { hash: string; until: number }
}

const SWEPT_AT_ONCE = 500

/** Uses up what is good once; false where that has been done before. `until` says from when on it would not be taken anyway. */
export async function useUp(tx: Writing, code: string, until: number): Promise<boolean> {
  const codes = tx
    .change<UsedCodeTables>()
    .insertInto('usedCode')
    .values({ hash: sha256(code), until })
  const used = await codes
    .onConflict((c) => c.doNothing())
    .returning('hash')
    .execute()
  return used.length > 0
}

/** Forgets codes that are not taken any more. */
export const sweepUsedCodes: Sweep = async (tx, now) => {
  const old = tx.look<UsedCodeTables>().selectFrom('usedCode').select('hash').where('until', '<', now)
  const hashes = (await old.orderBy('until').limit(SWEPT_AT_ONCE).execute()).map(({ hash }) => hash)
  if (hashes.length === 0) return false
  await tx.change<UsedCodeTables>().deleteFrom('usedCode').where('hash', 'in', hashes).execute()
  return hashes.length === SWEPT_AT_ONCE
}
