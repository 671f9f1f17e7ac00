import { type AliasedExpression, SqliteAdapter, sql } from 'kysely'
import type { Writing } from '../../store/index.ts'
import type { Wanted } from '../../text/tokens.ts'
import type { Engine } from './engine.ts'

/** Whether a database has it. */
export const hasFts5 = (adapter: unknown): boolean => adapter instanceof SqliteAdapter

/** Terms joined by spaces, without positions. @NOTE to the tokenizer "ascii" every character beyond ASCII is a letter, so it takes terms as they are. */
export function fts5(name: string): Engine {
  const index = sql.table(name)
  const engine: Engine = {
    async createIndex(db) {
      await sql`create virtual table ${index}
      using fts5("terms", content='', contentless_delete=1, detail='none', tokenize='ascii')`.execute(db)
    },

    holding(wanted, butNot) {
      const query = butNot ? `(${spelled(wanted)}) NOT (${spelled(butNot)})` : spelled(wanted)
      return sql`(select rowid as "id" from ${index} where ${sql.ref(name)} match ${query})`
    },

    async newest(db, { wanted, butNot, from, before, limit }) {
      const hits = engine.holding(wanted, butNot).as('hit') as AliasedExpression<{ id: number }, 'hit'>
      const rows = await db
        .look()
        .selectFrom(hits)
        .select('hit.id')
        .where('hit.id', '<', before)
        .$if(from !== undefined, (q) => q.where('hit.id', '>=', from!))
        .orderBy('hit.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    known: () => sql`(select rowid as "id" from ${index})`,

    async put(tx, texts) {
      await engine.drop(
        tx,
        texts.map(({ id }) => id),
      )
      const rows = JSON.stringify(texts.map(({ id, terms }) => [id, terms.join(' ')]))
      await sql`insert into ${index} (rowid, "terms")
      select value ->> 0, value ->> 1 from json_each(${rows})`.execute(tx.change())
    },

    async drop(tx, ids) {
      const gone = sql`select value from json_each(${JSON.stringify(ids)})`
      await sql`delete from ${index} where rowid in (${gone})`.execute(tx.change())
    },

    async forget(tx, ids) {
      await mergesByItself(tx, name, false)
      await engine.drop(tx, ids)
      await mergesByItself(tx, name, true)
    },

    /** @NOTE a merge is bounded by the pages that it writes, not by those that it reads: of what is dropped wholly it would read all in one go. */
    tidy: (tx) => merge(tx, name, PAGES_BETWEEN),

    async clear(tx) {
      await sql`insert into ${index} (${sql.ref(name)}) values ('delete-all')`.execute(tx.change())
    },

    /** @NOTE the first of such merges takes all segments together, those after it go on with it; one that finds nothing to do changes fewer than two rows. Source: https://sqlite.org/fts5.html#the_merge_command */
    compact: (tx, isFirst) => merge(tx, name, isFirst ? -PAGES_AT_ONCE : PAGES_AT_ONCE),
  }
  return engine
}

function spelled(wanted: Wanted): string {
  return wanted.map((terms) => `(${terms.map((term) => `"${term}"`).join(' OR ')})`).join(' AND ')
}

/** As many pages of the index are written in one go, each of some 4 KB. */
const PAGES_AT_ONCE = 100
/** The same while others write. */
const PAGES_BETWEEN = 30

/** Answers whether there was anything to merge. @NOTE of less than nothing all segments are taken together, and what comes after goes on with it; where there is nothing to do fewer than two rows change. Source: https://sqlite.org/fts5.html#the_merge_command */
async function merge(tx: Writing, name: string, pages: number): Promise<boolean> {
  const before = await changesOf(tx)
  await sql`insert into ${sql.table(name)} (${sql.ref(name)}, "rank") values ('merge', ${pages})`.execute(tx.change())
  return (await changesOf(tx)) - before >= 2
}

/** Whether segments of a level are merged by whoever writes, from four of them on. @NOTE a number that is bound is none to this option. Source: https://sqlite.org/fts5.html#the_automerge_configuration_option */
async function mergesByItself(tx: Writing, name: string, does: boolean) {
  const [index, itself] = [sql.table(name), sql.ref(name)]
  const set = does
    ? sql`insert into ${index} (${itself}, "rank") values ('automerge', 4)`
    : sql`insert into ${index} (${itself}, "rank") values ('automerge', 0)`
  await set.execute(tx.change())
}

async function changesOf(tx: Writing): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as "changes"`.execute(tx.change())
  return rows[0]!.changes
}
