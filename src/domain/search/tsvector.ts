import { PostgresAdapter, sql } from 'kysely'
import { createTable } from '../../store/index.ts'
import type { Engine } from './engine.ts'

/** Terms as the lexemes of a tsvector, without positions, under a GIN index. */
export const tsvector: Engine = {
  speaks: (adapter) => adapter instanceof PostgresAdapter,

  async createIndex(db, columns) {
    await createTable(db, columns, 'searchIndex')
      .addColumn('commentId', columns.int, (c) => c.primaryKey())
      .addColumn('terms', sql`tsvector`, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('searchIndex_terms').on('searchIndex').using('gin').column('terms').execute()
  },

  holding(wanted) {
    const query = wanted.map((terms) => `(${terms.map((term) => `'${term}'`).join(' | ')})`).join(' & ')
    return sql`(select "commentId" as "id" from "searchIndex" where "terms" @@ ${query}::tsquery)`
  },

  known: () => sql`(select "commentId" as "id" from "searchIndex")`,

  async put(tx, comments) {
    const ids = comments.map(({ id }) => id)
    const terms = comments.map((comment) => comment.terms.join(' '))
    await sql`insert into "searchIndex" ("commentId", "terms")
      select "id", array_to_tsvector(string_to_array("terms", ' '))
      from unnest(${ids}::bigint[], ${terms}::text[]) as arriving ("id", "terms")
      on conflict ("commentId") do update set "terms" = excluded."terms"`.execute(tx.change())
  },

  async drop(tx, ids) {
    await sql`delete from "searchIndex" where "commentId" = any(${ids}::bigint[])`.execute(tx.change())
  },

  forget: (tx, ids) => tsvector.drop(tx, ids),
  tidy: async () => false,

  async clear(tx) {
    await sql`delete from "searchIndex"`.execute(tx.change())
  },

  compact: async () => false,
}
