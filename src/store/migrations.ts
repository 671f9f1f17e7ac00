import { createTable, type Migrations } from './migration.ts'

export const migrations: Migrations = {
  '001-journal': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'journal')
        .addColumn('seq', columns.id)
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('articleId', columns.int)
        .addColumn('about', columns.int)
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('journal_article').on('journal').columns(['articleId', 'seq']).execute()
    },
  }),

  '20261130T0720-journal-cursor': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'journalCursor')
        .addColumn('name', columns.text, (c) => c.primaryKey())
        .addColumn('seq', columns.int, (c) => c.notNull())
        .addColumn('state', columns.text)
        .execute()
    },
  }),

  /** Nobody read what a repeated request was answered with beside its address. */
  '20261130T0725-receipt-without-status': () => ({
    async up(db) {
      await db.schema.alterTable('receipt').dropColumn('status').execute()
    },
  }),
}
