import { Refusal } from '../../kit/refusal.ts'
import type { Database, StoredTable } from '../database.ts'

/**
 * The tables that go from one database to another that the same migrations made, each after those that it points to. Throws a Refusal where
 * one is missing or made otherwise; what no migration made is none of ours.
 */
export async function copiedTables(
  there: readonly StoredTable[],
  target: Database,
  leftOut: readonly string[],
): Promise<StoredTable[]> {
  const wanted = (await target.tables(target.migrator)).filter(({ name }) => !leftOut.includes(name))
  const named = new Map(there.map((table) => [table.name, table]))
  const odd = wanted.find((table) => shapeOf(table) !== shapeOf(named.get(table.name)))
  if (odd)
    throw new Refusal(
      `The database is not made as its migrations say: instead of ${shapeOf(odd)} there is ${shapeOf(named.get(odd.name))}.`,
    )
  return inOrder(wanted.map(({ name }) => named.get(name)!))
}

/** Throws a Refusal where something would stay behind. */
export function refuseStrangers(there: readonly StoredTable[], copied: readonly StoredTable[]): void {
  const stranger = there.find(({ name }) => !copied.some((table) => table.name === name))
  if (stranger)
    throw new Refusal(
      `The file has a table "${stranger.name}", which is none of Parley's. A backup is restored into a folder first; nothing was moved.`,
    )
}

/** @NOTE columns that were added by migrations stand in another order where a table was made anew. */
function shapeOf(table: StoredTable | undefined): string {
  if (!table) return 'nothing'
  return `${table.name} (${table.columns.toSorted().join(', ')}) by ${table.key.join(', ')}`
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
