import { PostgresAdapter, sql } from 'kysely'
import { createTable } from '../../store/index.ts'
import type { Wanted } from '../../text/tokens.ts'
import type { Engine } from './engine.ts'

/** Whether a database has it. */
export const hasTsvector = (adapter: unknown): boolean => adapter instanceof PostgresAdapter

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
      const query = butNot ? `(${spelled(wanted)}) & !(${spelled(butNot)})` : spelled(wanted)
      return sql`(select ${id} as "id" from ${index} where "terms" @@ ${query}::tsquery)`
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

function spelled(wanted: Wanted): string {
  return wanted.map((terms) => `(${terms.map((term) => `'${term}'`).join(' | ')})`).join(' & ')
}
