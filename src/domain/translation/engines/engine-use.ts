import type { Reading, Writing } from '../../../store/index.ts'
import type { EditionId } from '../../articles/index.ts'
import type { EngineTables, EngineUse } from './tables.ts'

export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7)
}

/** Counts what was sent; whoever counts at the same time is counted, too. */
export async function countUse(tx: Writing, use: EngineUse): Promise<void> {
  await tx
    .change<EngineTables>()
    .insertInto('engineUse')
    .values(use)
    .onConflict((conflict) =>
      conflict.columns(['month', 'engine', 'editionId', 'language']).doUpdateSet((e) => ({
        characters: e('engineUse.characters', '+', use.characters),
        questions: e('engineUse.questions', '+', use.questions),
      })),
    )
    .execute()
}

/** How many characters all engines were sent in a month. */
export async function sentIn(db: Reading, month: string): Promise<number> {
  const uses = db.look<EngineTables>().selectFrom('engineUse').where('month', '=', month)
  const sum = uses.select(({ fn }) => fn.sum<number | null>('characters').as('sum'))
  return Number((await sum.executeTakeFirst())?.sum ?? 0)
}

/** How many they were sent for an edition, ever. */
export async function sentFor(db: Reading, editionId: EditionId): Promise<number> {
  const uses = db.look<EngineTables>().selectFrom('engineUse').where('editionId', '=', editionId)
  const sum = uses.select(({ fn }) => fn.sum<number | null>('characters').as('sum'))
  return Number((await sum.executeTakeFirst())?.sum ?? 0)
}
