import { type AliasedExpression, PostgresAdapter, type RawBuilder, sql } from 'kysely'
import { createTable, type Reading } from '../../store/index.ts'
import type { Wanted } from '../../text/tokens.ts'
import type { Engine } from './engine.ts'

/** Whether a database has it. */
export const hasTsvector = (adapter: unknown): boolean => adapter instanceof PostgresAdapter

/** So many of the newest are read one by one before the index of terms is asked. */
const READ_FIRST = 2_000

/** Terms as the lexemes of a tsvector, without positions, under a GIN index. */
export function tsvector(name: string, key: string): Engine {
  const [index, id] = [sql.table(name), sql.ref(key)]
  const engine: Engine = {
    async createIndex(db, columns) {
      await createTable(db, columns, name)
        .addColumn(key, columns.int, (c) => c.primaryKey())
        .addColumn('terms', sql`tsvector`, (c) => c.notNull())
        .execute()
      await db.schema.createIndex(`${name}_terms`).on(name).using('gin').column('terms').execute()
    },

    holding(wanted, butNot) {
      return sql`(select ${id} as "id" from ${index} where "terms" @@ ${asked(wanted, butNot)}::tsquery)`
    },

    /**
     * @NOTE what many texts hold is found soonest among the newest, and what few hold by the index of terms, of which a planner
     * knows nothing: it walks all there are for a word that nothing holds. A sum keeps it from that.
     */
    async newest(db, { wanted, butNot, from, before, limit }) {
      const query = sql`${asked(wanted, butNot)}::tsquery`
      const inRange = sql`${id} < ${before} ${from === undefined ? sql`` : sql`and ${id} >= ${from}`}`
      const first = await idsIn(
        db,
        sql`(select "id" from (
          select ${id} as "id", "terms" from ${index} where ${inRange} order by ${id} desc limit ${READ_FIRST}
        ) as "newest" where "terms" @@ ${query} order by "id" desc limit ${limit})`,
      )
      if (first.length === limit) return first
      return idsIn(
        db,
        sql`(select ${id} as "id" from ${index}
          where "terms" @@ ${query} and ${inRange} order by ${id} + 0 desc limit ${limit})`,
      )
    },

    known: () => sql`(select ${id} as "id" from ${index})`,

    async put(tx, texts) {
      const ids = texts.map((text) => text.id)
      const terms = texts.map((text) => text.terms.join(' '))
      await sql`insert into ${index} (${id}, "terms")
      select "id", array_to_tsvector(string_to_array("terms", ' '))
      from unnest(${ids}::bigint[], ${terms}::text[]) as arriving ("id", "terms")
      on conflict (${id}) do update set "terms" = excluded."terms"`.execute(tx.change())
    },

    async drop(tx, ids) {
      await sql`delete from ${index} where ${id} = any(${ids}::bigint[])`.execute(tx.change())
    },

    forget: (tx, ids) => engine.drop(tx, ids),
    tidy: async () => false,

    async clear(tx) {
      await sql`delete from ${index}`.execute(tx.change())
    },

    compact: async () => false,
  }
  return engine
}

async function idsIn(db: Reading, hits: RawBuilder<unknown>): Promise<number[]> {
  const rows = hits.as('hit') as AliasedExpression<{ id: number }, 'hit'>
  const found = await db.look().selectFrom(rows).select('hit.id').orderBy('hit.id', 'desc').execute()
  return found.map(({ id }) => id)
}

function asked(wanted: Wanted, butNot: Wanted | undefined): string {
  return butNot ? `(${spelled(wanted)}) & !(${spelled(butNot)})` : spelled(wanted)
}

function spelled(wanted: Wanted): string {
  return wanted.map((terms) => `(${terms.map((term) => `'${term}'`).join(' | ')})`).join(' & ')
}
