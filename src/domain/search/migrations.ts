import { stableJson } from '../../kit/json.ts'
import { createTable, type Migrations } from '../../store/index.ts'
import { articleEngineOn, engineOn } from './engines.ts'

export const migrations: Migrations = {
  '070-search': (columns) => ({
    async up(db) {
      await engineOn(db).createIndex(db, columns)
      await createTable(db, columns, 'searchProgress')
        .addColumn('id', columns.int, (c) => c.primaryKey())
        .addColumn('seq', columns.int)
        .addColumn('sweeping', columns.int)
        .addColumn('sweptTo', columns.int, (c) => c.notNull())
        .addColumn('wording', columns.int, (c) => c.notNull())
        .execute()
      const unread = { id: 1, seq: null, sweeping: null, sweptTo: 0, wording: 0 }
      await db.insertInto('searchProgress').values(unread).execute()
    },
  }),

  '20261130T0722-search-cursor': () => ({
    async up(db) {
      const { seq, sweeping, sweptTo: to } = await db.selectFrom('searchProgress').selectAll().executeTakeFirstOrThrow()
      const state = sweeping === null ? null : stableJson({ articleId: sweeping || null, to })
      const cursor = { name: 'search-1', seq, state }
      if (seq !== null) await db.insertInto('journalCursor').values(cursor).execute()
      await db.schema.dropTable('searchProgress').execute()
    },
  }),

  '20261130T1745-article-index': (columns) => ({
    says: 'Adds an index in which articles are found.',
    async up(db) {
      await articleEngineOn(db).createIndex(db, columns)
      await createTable(db, columns, 'indexedEdition')
        .addColumn('editionId', columns.int, (c) => c.primaryKey())
        .addColumn('place', columns.int, (c) => c.notNull().unique())
        .addColumn('revisionId', columns.int, (c) => c.notNull())
        .addColumn('names', columns.text, (c) => c.notNull())
        .execute()
    },
  }),
}
