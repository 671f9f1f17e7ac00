import { sql } from 'kysely'
import type { Trigger, Writing } from '../../../store/index.ts'
import { commentRemoved, commentRestored } from '../../discussion/index.ts'
import type { ReachTables } from '../tables.ts'

/** With the words goes what is planned to tell of them, in the same transaction; it comes back with them where it is not due yet. */
export const withdrawal: Trigger = {
  kinds: [commentRemoved, commentRestored],
  async pull(tx, happened) {
    const [first] = happened
    if (happened.every((one) => commentRemoved.is(one) && one.at === first!.at)) {
      const ids = happened.map(({ about }) => about!)
      return void (await deliveriesOf(tx, ids, 'planned').set({ state: 'withdrawn', at: first!.at }).execute())
    }
    for (const { about, at, ...one } of happened)
      if (commentRemoved.is(one)) await deliveriesOf(tx, [about!], 'planned').set({ state: 'withdrawn', at }).execute()
      else {
        const withdrawn = deliveriesOf(tx, [about!], 'withdrawn').set({ state: 'planned', at: null })
        await withdrawn.where('dueAt', '>', at).execute()
      }
  },
}

function deliveriesOf(tx: Writing, commentIds: readonly number[], state: 'planned' | 'withdrawn') {
  const notices = sql`(select "id" from "notification" where "commentId" in (${sql.join(commentIds)}))`
  const deliveries = tx.change<ReachTables>().updateTable('delivery').where('state', '=', state)
  return deliveries.where(sql<boolean>`"noticeId" in ${notices}`)
}
