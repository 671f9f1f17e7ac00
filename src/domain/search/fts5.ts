import { SqliteAdapter, sql } from 'kysely'
import type { Writing } from '../../store/index.ts'
import type { Engine } from './engine.ts'

/** Terms joined by spaces, without positions. @NOTE to the tokenizer "ascii" every character beyond ASCII is a letter, so it takes terms as they are. */
export const fts5: Engine = {
  speaks: (adapter) => adapter instanceof SqliteAdapter,

  async createIndex(db) {
    await sql`create virtual table "searchIndex"
      using fts5("terms", content='', contentless_delete=1, detail='none', tokenize='ascii')`.execute(db)
  },

  holding(wanted) {
    const query = wanted.map((terms) => `(${terms.map((term) => `"${term}"`).join(' OR ')})`).join(' AND ')
    return sql`(select rowid as "id" from "searchIndex" where "searchIndex" match ${query})`
  },

  known: () => sql`(select rowid as "id" from "searchIndex")`,

  async put(tx, comments) {
    await fts5.drop(
      tx,
      comments.map(({ id }) => id),
    )
    const rows = JSON.stringify(comments.map(({ id, terms }) => [id, terms.join(' ')]))
    await sql`insert into "searchIndex" (rowid, "terms")
      select value ->> 0, value ->> 1 from json_each(${rows})`.execute(tx.change())
  },

  async drop(tx, ids) {
    const gone = sql`select value from json_each(${JSON.stringify(ids)})`
    await sql`delete from "searchIndex" where rowid in (${gone})`.execute(tx.change())
  },

  async clear(tx) {
    await sql`insert into "searchIndex" ("searchIndex") values ('delete-all')`.execute(tx.change())
  },

  /** @NOTE the first of such merges takes all segments together, those after it go on with it; one that finds nothing to do changes fewer than two rows. Source: https://sqlite.org/fts5.html#the_merge_command */
  async compact(tx, isFirst) {
    const before = await changesOf(tx)
    const pages = isFirst ? -PAGES_AT_ONCE : PAGES_AT_ONCE
    await sql`insert into "searchIndex" ("searchIndex", "rank") values ('merge', ${pages})`.execute(tx.change())
    return (await changesOf(tx)) - before >= 2
  },
}

/** As many pages of the index are written in one go, each of some 4 KB. */
const PAGES_AT_ONCE = 100

async function changesOf(tx: Writing): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as "changes"`.execute(tx.change())
  return rows[0]!.changes
}
