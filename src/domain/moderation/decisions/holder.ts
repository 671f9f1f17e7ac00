import { z } from 'zod'
import type { Writing } from '../../../store/index.ts'
import { type Holder, type PersonId, piecesOf } from '../../people/index.ts'
import type { ModerationTables } from '../tables.ts'

const handedRows = z.object({ decisionComment: z.array(z.int()), moderationCase: z.array(z.int()) })
const TABLES = ['decisionComment', 'moderationCase'] as const

/** What was decided about somebody's words, and what waits, goes with them to whoever they turn out to be. */
export const decidedHolder: Holder = {
  name: 'decisions',

  async hand(tx, from, to): Promise<z.infer<typeof handedRows>> {
    const [decisionComment, moderationCase] = [
      await handIn(tx, TABLES[0], from, to),
      await handIn(tx, TABLES[1], from, to),
    ]
    return { decisionComment, moderationCase }
  },

  async giveBack(tx, from, to, handed) {
    const rows = handedRows.parse(handed)
    for (const table of TABLES)
      for (const ids of piecesOf(rows[table])) {
        const theirs = tx.change<Handed>().updateTable(table).set({ personId: from })
        await theirs.where('id', 'in', ids).where('personId', '=', to).execute()
      }
  },
}

/** What both tables have. */
type Handed = Record<(typeof TABLES)[number], { id: number; personId: ModerationTables['decisionComment']['personId'] }>

async function handIn(tx: Writing, table: (typeof TABLES)[number], from: PersonId, to: PersonId): Promise<number[]> {
  const rows = tx.change<Handed>().updateTable(table).set({ personId: to }).where('personId', '=', from)
  return (await rows.returning('id').execute()).map(({ id }) => id)
}
