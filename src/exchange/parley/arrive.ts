import type { AnyTables, ExportedRow, Refuse, Writing } from '../../store/index.ts'
import { rowsWhere } from '../../store/index.ts'
import { atLine } from './export-lines.ts'
import { unseenAmong } from './pages.ts'
import type { ReadRow } from './rows.ts'
import type { Seen } from './seen.ts'

/** Writes rows of one table, after seeing that everything that they name is there. */
export async function arrive(tx: Writing, arriving: readonly ReadRow[], seen: Seen): Promise<void> {
  const { table } = arriving[0]!
  const rows = arriving.map(({ row }) => row)
  const lines = new Map(arriving.map(({ row, line }) => [row, line]))
  const refuse: Refuse = (row, sentence) => {
    throw atLine(lines.get(row)!, `in this ${table.table}, ${sentence}.`)
  }
  const asked = Object.entries(table.references ?? {}).map((named) => mustBeThere(tx, rows, named, seen, refuse))
  await Promise.all([...asked, mustBeMarked(tx, arriving, refuse)])
  const complete = (await table.complete?.(tx, rows, refuse)) ?? rows
  await insert(tx, table.into ?? table.table, [...complete], arriving)
  await table.settle?.(tx, complete, rows)
}

type Named = readonly [column: string, table: string]

async function mustBeThere(
  tx: Writing,
  rows: readonly ExportedRow[],
  [column, named]: Named,
  seen: Seen,
  refuse: Refuse,
) {
  const ids = new Set(rows.map((row) => row[column] ?? null).filter((id) => id !== null))
  const asked = seen.unseen(named, [...ids].map(Number))
  const found = new Set((await rowsWhere(tx, named, 'id', asked, ['id'])).map(({ id }) => id))
  const missing = new Set(asked.filter((id) => !found.has(id)))
  const lost = rows.find((row) => missing.has(row[column] as number))
  if (lost) refuse(lost, `"${column}" names ${named} ${lost[column]}, which does not stand above it`)
  seen.add(named, asked)
}

async function mustBeMarked(tx: Writing, arriving: readonly ReadRow[], refuse: Refuse) {
  const rows = arriving.map(({ row }) => row)
  const unseen = await unseenAmong(tx, arriving[0]!.table, rows)
  const wrong = arriving.find((read) => read.mark !== unseen.get(read.row))
  if (!wrong) return
  const mark = unseen.get(wrong.row)
  refuse(wrong.row, mark ? `"${mark}": true is missing, as the words were ${mark}` : `nothing was ${wrong.mark}`)
}

async function insert(tx: Writing, table: string, rows: ExportedRow[], arriving: readonly ReadRow[]) {
  try {
    await tx.fill<AnyTables, string>(table, rows)
  } catch (error) {
    if (!(error instanceof Error) || !/unique|constraint/i.test(error.message)) throw error
    const { line } = arriving[0]!
    throw atLine(
      line,
      `this ${table}, or one of the ${arriving.length - 1} that follow, contradicts another (${error.message}).`,
    )
  }
}
