import { bytesOf, type MediaStore } from '../../domain/media/index.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { ExportedRow, ExportedTable, Reading } from '../../store/index.ts'
import type { ShowProgress } from '../kit/progress.ts'
import { countRows, pagesOf, unseenAmong } from './pages.ts'
import { FILES, TABLES, VERSION } from './tables.ts'

/** The whole publication as lines of JSON: equal publications give equal bytes, on every database. */
export async function* exportPublication(
  db: Reading,
  media: MediaStore,
  progress: ShowProgress = () => {},
): AsyncGenerator<string> {
  const all = await countRows(db, TABLES)
  let done = 0
  yield lineOf({ parley: VERSION })
  for (const table of TABLES) {
    for await (const page of pagesOf(db, table)) {
      const unseen = await unseenAmong(db, table, page)
      for (const row of page) {
        yield lineOf({
          row: table.table,
          ...inOrder(table, row),
          ...(unseen.has(row) && { [unseen.get(row)!]: true }),
          ...(table.table in FILES && { data: await fileOf(table.table, row, media) }),
        })
        progress(++done, all)
      }
    }
  }
  yield lineOf({ end: done })
}

function lineOf(value: object) {
  return `${JSON.stringify(value)}\n`
}

function inOrder({ columns }: ExportedTable, row: ExportedRow): ExportedRow {
  return Object.fromEntries(Object.keys(columns).map((column) => [column, row[column] ?? null]))
}

async function fileOf(table: string, { hash }: ExportedRow, media: MediaStore): Promise<string> {
  const file = FILES[table]!(String(hash))
  const bytes = await bytesOf(media, file)
  if (!bytes)
    throw new Refusal(
      `A ${table} has lost its file ${file} in ${media.place}. Put it back from a backup and export again.`,
    )
  return bytes.toString('base64')
}
