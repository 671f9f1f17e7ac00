import type { SqliteWriter } from './sqlite-writer.ts'

/** In KiB, as SQLite wants it: negative. */
const ROOMY = 'pragma cache_size = -65536'
const USUAL = 'pragma cache_size = -2000'

/** Takes away the indices of tables while work fills them, and makes them anew by sorting; those of constraints stay. */
export async function inBulk<T>(
  writer: Pick<SqliteWriter, 'run'>,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  await writer.run(ROOMY)
  try {
    const indices = await indicesOf(writer, tables)
    for (const { name } of indices) await writer.run(`drop index "${name}"`)
    const value = await work()
    for (const { sql } of indices) await writer.run(sql)
    return value
  } finally {
    await writer.run(USUAL)
    await writer.run('pragma shrink_memory')
  }
}

/** @NOTE those that a constraint brings along have no text of their own. */
async function indicesOf(writer: Pick<SqliteWriter, 'run'>, tables: readonly string[]) {
  const marks = tables.map(() => '?').join()
  const asked = `select name, sql from sqlite_schema where type = 'index' and sql is not null and tbl_name in (${marks})`
  return (await writer.run(asked, tables)).rows as { name: string; sql: string }[]
}
