import { whereTombstonesAreLeft } from '../../discussion/index.ts'
import type { ReachTables } from '../tables.ts'

const AT_ONCE = 50

/** Forgets that others were told of what somebody said, where tombstones are left of it. */
export const eraseNoticesOf = whereTombstonesAreLeft(AT_ONCE, (tx, ids) =>
  tx.change<ReachTables>().deleteFrom('notification').where('commentId', 'in', ids).execute(),
)
