import { z } from 'zod'
import { type Holder, piecesOf } from '../../people/index.ts'
import type { ModerationTables } from '../tables.ts'

const handedRows = z.array(z.int())

/** What was decided about somebody's words goes with them to whoever they turn out to be. */
export const decidedHolder: Holder = {
  name: 'decisions',

  async hand(tx, from, to): Promise<z.infer<typeof handedRows>> {
    const rows = tx.change<ModerationTables>().updateTable('decisionComment').set({ personId: to })
    return (await rows.where('personId', '=', from).returning('id').execute()).map(({ id }) => id)
  },

  async giveBack(tx, from, to, handed) {
    for (const ids of piecesOf(handedRows.parse(handed))) {
      const rows = tx.change<ModerationTables>().updateTable('decisionComment').set({ personId: from })
      await rows.where('id', 'in', ids).where('personId', '=', to).execute()
    }
  },
}
