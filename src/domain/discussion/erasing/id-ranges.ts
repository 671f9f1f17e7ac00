import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { AnyTables, Reading } from '../../../store/index.ts'

const AT_ONCE = 500

/** The next rows of a table by number, to be looked through in one go; where there may be more after them. */
export async function rangeAfter(
  db: Reading,
  table: string,
  after: number,
): Promise<{ upTo: number; next: number | undefined }> {
  const rows = db.look<AnyTables>().selectFrom(table).select('id').where('id', '>', after).orderBy('id')
  const last = await rows
    .offset(AT_ONCE - 1)
    .limit(1)
    .executeTakeFirst()
  const upTo = last === undefined ? Number.MAX_SAFE_INTEGER : Number(last.id)
  return { upTo, next: last && upTo }
}

/** That a column holds one of some texts. */
export function anyOf(column: string, texts: readonly string[]): RawBuilder<SqlBool> {
  const holds = texts.map((text) => sql<SqlBool>`${sql.ref(column)} like ${`%${escaped(text)}%`} escape '\\'`)
  return sql<SqlBool>`(${sql.join(holds, sql` or `)})`
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`)
}
