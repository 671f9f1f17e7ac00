import { z } from 'zod'
import type { ExportedRow, ExportedTable, Value } from '../../store/index.ts'
import type { SeeRead } from '../kit/file-chunks.ts'
import type { TextLine } from '../kit/lines.ts'
import { atLine, linesIn } from './export-lines.ts'
import type { Mark } from './pages.ts'
import { FILES, TABLES_OF, VERSION } from './tables.ts'

/** A row of an export, with the number of its line. */
export interface ReadRow {
  table: ExportedTable
  row: ExportedRow
  line: number
  /** Why the file says that nobody sees it. */
  mark: Mark | undefined
  /** A picture's bytes, as base64. */
  data: string
  /** Whether texts in it held what cannot be kept. */
  isCleaned: boolean
}

const mark = z.literal(true).optional()

/** How each version of the format is read. */
const FORMATS = new Map([...TABLES_OF].map(([version, tables]) => [version, { tables, schemas: schemasOf(tables) }]))

type Format = NonNullable<ReturnType<typeof FORMATS.get>>

function schemasOf(tables: readonly ExportedTable[]) {
  return new Map(tables.map((table) => [table.table, { table, schema: schemaOf(table) }]))
}

function schemaOf({ table, columns, unseenWith, absent = {} }: ExportedTable) {
  const lately = Object.keys(absent).map((column) => [column, columns[column]!.optional()])
  const more = { ...(unseenWith && { removed: mark, held: mark }), ...(table in FILES && { data: z.base64() }) }
  return z.strictObject({ row: z.literal(table), ...columns, ...Object.fromEntries(lately), ...more })
}

/** The rows of an export in their order, each checked by itself; throws a Refusal with the line of what is wrong. */
export async function* rowsIn(file: string, see?: SeeRead): AsyncGenerator<ReadRow[]> {
  let format = FORMATS.get(VERSION)!
  let last: ReadRow | undefined
  let rows = 0
  let ended = false
  let number = 0

  function found(line: TextLine): ReadRow[] {
    number = line.number
    if (ended) throw atLine(number, 'it stands after the last one, which says where the export ends.')
    const value = valueIn(line)
    if (number === 1) format = formatOf(value)
    else if ('end' in value) ended = endsAfter(value.end, rows, number)
    else {
      const row = rowIn(format, value, line)
      refuseDisorder(format, last, row)
      last = row
      rows++
      return [row]
    }
    return []
  }

  for await (const lines of linesIn(file, see)) yield lines.flatMap(found)
  if (!ended) throw atLine(number + 1, 'the export ends here, before its last line; it is incomplete.')
}

function valueIn({ number, text }: TextLine): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  throw atLine(number, 'it is no JSON object; an export has one on each line.')
}

function formatOf(value: Record<string, unknown>): Format {
  const known = Object.keys(value).length === 1 ? FORMATS.get(value.parley as number) : undefined
  if (known) return known
  if (typeof value.parley === 'number' && value.parley > VERSION)
    throw atLine(
      1,
      `the export has version ${value.parley}, which a newer Parley wrote; this one reads up to version ${VERSION}.`,
    )
  throw atLine(1, `it should be {"parley":${VERSION}}; this is no export of Parley.`)
}

function endsAfter(end: unknown, rows: number, number: number): true {
  if (end === rows) return true
  throw atLine(number, `it says that ${end} rows stand above it, but there are ${rows}; some are missing or added.`)
}

function rowIn({ schemas }: Format, value: Record<string, unknown>, { number, text }: TextLine): ReadRow {
  const known = schemas.get(String(value.row))
  if (!known) throw atLine(number, `it has rows of ${JSON.stringify(value.row)}, which this Parley does not know.`)
  const parsed = known.schema.safeParse(value)
  if (!parsed.success) throw atLine(number, `in this ${value.row}, ${sentenceOf(parsed.error.issues[0]!)}.`)
  const read = readRow(known.table, parsed.data, number)
  return text.includes('\\u') ? cleaned(read) : read
}

function readRow(table: ExportedTable, value: Record<string, unknown>, line: number): ReadRow {
  const row: ExportedRow = {}
  for (const column in table.columns)
    row[column] = column in value ? (value[column] as Value) : table.absent![column]!(row)
  const mark = value.removed ? 'removed' : value.held ? 'held' : undefined
  const data = typeof value.data === 'string' ? value.data : ''
  return { table, row, line, mark, data, isCleaned: false }
}

function sentenceOf({ path, message }: z.core.$ZodIssue) {
  return `${path.length > 0 ? `"${path.join('.')}": ` : ''}${message}`
}

/** @NOTE in JSON that is UTF-8, only escapes can stand for these. U+0000 came into texts of older publications; what showed nothing is cleaned. */
function cleaned(read: ReadRow): ReadRow {
  const row = { ...read.row }
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'string') continue
    if (!value.isWellFormed()) throw atLine(read.line, `"${column}" holds half a character, which cannot be kept.`)
    if (value.includes('\0')) row[column] = value.replaceAll('\0', '\ufffd')
  }
  const isCleaned = Object.keys(row).some((column) => row[column] !== read.row[column])
  return isCleaned ? { ...read, row, isCleaned } : read
}

function refuseDisorder({ tables }: Format, last: ReadRow | undefined, { table, row, line }: ReadRow) {
  if (!last) return
  if (last.table === table) {
    if (isAfter(table, last.row, row)) return
    throw atLine(line, `its ${table.key.join(' and ')} should come after those of the line above.`)
  }
  if (tables.indexOf(last.table) > tables.indexOf(table))
    throw atLine(line, `a ${table.table} stands below a ${last.table.table}; the order of tables is fixed.`)
}

function isAfter({ key }: ExportedTable, last: ExportedRow, row: ExportedRow): boolean {
  const differs = key.find((column) => last[column] !== row[column])
  return differs !== undefined && row[differs]! > last[differs]!
}
