import type { ExpressionBuilder } from 'kysely'
import { latestSeq, type Writing } from '../../store/index.ts'
import type { Standing } from './standing.ts'
import type { ReachTables } from './tables.ts'

/** Lets a reader go on from where it stands and remembers how far it came, in one transaction; answers whether it came any further. */
export async function readOn(
  tx: Writing,
  name: string,
  goOn: (from: Standing) => Promise<Standing | undefined>,
): Promise<boolean> {
  const to = await goOn(await held(tx, name))
  if (!to) return false
  await tx.change<ReachTables>().updateTable('journalReader').set(to).where('name', '=', name).execute()
  return true
}

/** Where a reader stands; no other process reads on until this is done. A new reader begins with what happens next. */
async function held(tx: Writing, name: string): Promise<Standing> {
  const insert = tx
    .change<ReachTables>()
    .insertInto('journalReader')
    .values({ name, seq: await latestSeq(tx), personId: 0 })
  const asItIs = (e: ExpressionBuilder<ReachTables, 'journalReader'>) => ({ seq: e.ref('journalReader.seq') })
  const row = insert.onConflict((c) => c.column('name').doUpdateSet(asItIs)).returning(['seq', 'personId'])
  return row.executeTakeFirstOrThrow()
}
