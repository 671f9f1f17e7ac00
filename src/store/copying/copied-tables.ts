import { Refusal } from '../../kit/refusal.ts'
import type { Database, StoredTable } from '../database.ts'

/**
 * The tables that go from one database to another, each after those that it points to. Throws a Refusal where either has one that
 * the other lacks: nothing is left out but what is named.
 */
export async function copiedTables(
  there: readonly StoredTable[],
  target: Database,
  leftOut: readonly string[],
): Promise<StoredTable[]> {
  const named = (tables: readonly StoredTable[]) => tables.filter(({ name }) => !leftOut.includes(name))
  const [tables, arriving] = [named(there), named(await target.tables(target.migrator))]
  const [one, other] = [tables, arriving].map((all) => all.map(shapeOf).toSorted())
  const strange = one!.find((shape) => !other!.includes(shape)) ?? other!.find((shape) => !one!.includes(shape))
  if (strange)
    throw new Refusal(
      `The file and the database are not made alike (${strange}). A backup is restored into a folder first.`,
    )
  return inOrder(tables)
}

/** @NOTE columns that were added by migrations stand in another order where a table was made anew. */
function shapeOf({ name, columns, key }: StoredTable): string {
  return `${name} (${columns.toSorted().join(', ')}) by ${key.join(', ')}`
}

function inOrder(tables: readonly StoredTable[]): StoredTable[] {
  const waiting = new Set(tables)
  const ordered: StoredTable[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ name, references }) =>
      references.every((to) => to === name || ![...waiting].some((table) => table.name === to)),
    )
    if (ready.length === 0) throw new Error(`tables point to each other in a circle: ${namesOf(waiting)}`)
    for (const table of ready) waiting.delete(table)
    ordered.push(...ready)
  }
  return ordered
}

function namesOf(tables: Iterable<StoredTable>): string {
  return [...tables].map(({ name }) => name).join(', ')
}
