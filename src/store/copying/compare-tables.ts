import type { AnyKysely, StoredTable } from '../database.ts'
import { keyOf, type PlainRow, rowsByKey } from './rows-by-key.ts'

const MOST_TOLD = 20

/** Compares all rows of these tables, value by value; answers with what differs, in sentences, and how many rows are the same. */
export async function compareTables(
  one: AnyKysely,
  other: AnyKysely,
  tables: readonly StoredTable[],
  compared: (rows: number) => void = () => {},
): Promise<{ same: number; differences: string[] }> {
  const differences: string[] = []
  let same = 0
  for (const table of tables) {
    const [rows, others] = [singly(rowsByKey(one, table)), singly(rowsByKey(other, table))]
    let [row, another] = [await next(rows), await next(others)]
    while ((row || another) && differences.length < MOST_TOLD) {
      const wrong = differenceOf(table, row, another)
      if (wrong) differences.push(wrong.words)
      else same++
      if (same % 1_000 === 0) compared(1_000)
      if (wrong?.only !== 'there') row = await next(rows)
      if (wrong?.only !== 'here') another = await next(others)
    }
  }
  return { same, differences }
}

async function* singly(batches: AsyncIterable<PlainRow[]>) {
  for await (const rows of batches) yield* rows
}

async function next(rows: AsyncIterator<PlainRow>): Promise<PlainRow | undefined> {
  return (await rows.next()).value
}

interface Difference {
  words: string
  only?: 'here' | 'there'
}

function differenceOf(table: StoredTable, row?: PlainRow, other?: PlainRow): Difference | undefined {
  const named = (one: PlainRow) => `${table.name} ${keyOf(table, one).join(', ')}`
  const order = !row ? 1 : !other ? -1 : orderOf(table, row, other)
  if (order < 0) return { words: `${named(row!)} did not arrive.`, only: 'here' }
  if (order > 0) return { words: `${named(other!)} came from nowhere.`, only: 'there' }
  const column = table.columns.find((name) => !isSame(row![name]!, other![name]!))
  return column === undefined ? undefined : { words: `${named(row!)}: "${column}" is not what it was.` }
}

/** As both databases order keys: numbers by their size, texts by their bytes. */
function orderOf(table: StoredTable, row: PlainRow, other: PlainRow): number {
  const [keys, others] = [keyOf(table, row), keyOf(table, other)]
  const at = keys.findIndex((key, index) => key !== others[index])
  if (at < 0) return 0
  const [key, another] = [keys[at]!, others[at]!]
  if (typeof key === 'number') return key - Number(another)
  return Buffer.compare(Buffer.from(key), Buffer.from(String(another)))
}

/** @NOTE the accounts' library writes a moment as a text in one database, which may spell it otherwise. */
function isSame(value: PlainRow[string], other: PlainRow[string]): boolean {
  if (value === other) return true
  const isMoment = typeof value === 'string' && typeof other === 'string' && MOMENT.test(value) && MOMENT.test(other)
  return isMoment && Date.parse(value) === Date.parse(other)
}

const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/
