import { type AnyTables, type ExportedRow, type ExportedTable, type Reading, rowsWhere } from '../../store/index.ts'

const AT_ONCE = 500

/** The rows of a table in the order of its key, some hundred at a time. */
export async function* pagesOf(db: Reading, { table, key, columns }: ExportedTable): AsyncGenerator<ExportedRow[]> {
  for (let last: ExportedRow | undefined; ; ) {
    const page = await pageAfter(db, table, key, Object.keys(columns), last)
    if (page.length > 0) yield page
    if (page.length < AT_ONCE) return
    last = page.at(-1)
  }
}

function pageAfter(
  db: Reading,
  table: string,
  key: readonly string[],
  columns: string[],
  last: ExportedRow | undefined,
) {
  let rows = db.look<AnyTables>().selectFrom(table).select(columns)
  if (last) {
    rows = rows.where((e) =>
      e.or(
        key.map((column, at) => {
          const same = key.slice(0, at).map((before) => e(before, '=', last[before]!))
          return e.and([...same, e(column, '>', last[column]!)])
        }),
      ),
    )
  }
  for (const column of key) rows = rows.orderBy(column)
  return rows.limit(AT_ONCE).execute() as Promise<ExportedRow[]>
}

/** Why nobody sees some words. */
export type Mark = 'removed' | 'held'

/** Those rows that belong to a comment that does not stand, or that quote one, or from which moderators took a passage, with the reason. */
export async function unseenAmong(
  db: Reading,
  { unseenWith = [] }: ExportedTable,
  rows: readonly ExportedRow[],
): Promise<Map<ExportedRow, Mark>> {
  const named = rows.flatMap((row) => unseenWith.map((column) => row[column] ?? null)).filter((id) => id !== null)
  const comments = await rowsWhere(db, 'comment', 'id', [...new Set(named.map(Number))], ['id', 'state'])
  const states = new Map(comments.map(({ id, state }) => [id, state]))
  const stateOf = (row: ExportedRow, column: string) => (row.hiddenAt ? 'removed' : states.get(row[column]!))
  const marks = rows.map((row) => [row, markOf(unseenWith.map((column) => stateOf(row, column)))] as const)
  return new Map(marks.filter((pair): pair is [ExportedRow, Mark] => pair[1] !== undefined))
}

function markOf(states: readonly unknown[]): Mark | undefined {
  return (['removed', 'held'] as const).find((mark) => states.includes(mark))
}

export async function countRows(db: Reading, tables: readonly ExportedTable[]): Promise<number> {
  let count = 0
  for (const { table } of tables) {
    const counted = db
      .look<AnyTables>()
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('count'))
    count += Number((await counted.executeTakeFirstOrThrow()).count)
  }
  return count
}
