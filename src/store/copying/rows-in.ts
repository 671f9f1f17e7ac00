import type { AnyKysely, StoredTable } from '../database.ts'

/** How many rows there are in all of these tables. */
export async function rowsIn(db: AnyKysely, tables: readonly StoredTable[]): Promise<number> {
  let rows = 0
  for (const { name } of tables) {
    const count = db.selectFrom(name).select((e) => e.fn.countAll<number>().as('count'))
    rows += Number((await count.executeTakeFirstOrThrow()).count)
  }
  return rows
}
