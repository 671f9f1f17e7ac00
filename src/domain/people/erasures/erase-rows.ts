import type { AnyTables, Writing } from '../../../store/index.ts'
import type { EraseSome } from '../privacy/data-kind.ts'

const AT_ONCE = 500

/** Erases the rows of a table that name the person in a column, some hundred at a time by another column. */
export function eraseRows(table: string, column: string, by: string): EraseSome {
  return (tx, { personId }) => eraseSome(tx, table, { column, id: personId, by })
}

interface Which {
  column: string
  id: number
  by: string
}

async function eraseSome(tx: Writing, table: string, { column, id, by }: Which): Promise<number | undefined> {
  const some = tx.look<AnyTables>().selectFrom(table).select(by).distinct().where(column, '=', id).limit(AT_ONCE)
  const rows = tx.change<AnyTables>().deleteFrom(table).where(column, '=', id).where(by, 'in', some)
  const { numDeletedRows } = await rows.executeTakeFirstOrThrow()
  return Number(numDeletedRows) >= AT_ONCE ? 0 : undefined
}

/** Takes the person's number out of rows that stay. The column stands in an index. */
export function unnameRows(table: string, column: string): EraseSome {
  return async (tx, { personId }) => {
    const named = tx.look<AnyTables>().selectFrom(table).select('id').where(column, '=', personId).limit(AT_ONCE)
    const rows = tx
      .change<AnyTables>()
      .updateTable(table)
      .set({ [column]: null })
      .where('id', 'in', named)
    const { numUpdatedRows } = await rows.executeTakeFirstOrThrow()
    return Number(numUpdatedRows) >= AT_ONCE ? 0 : undefined
  }
}
