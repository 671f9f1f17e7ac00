import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1733-canned-reasons': (columns) => ({
    says: 'Adds a table of reasons that stand ready for those who decide.',
    async up(db) {
      await createTable(db, columns, 'cannedReason')
        .addColumn('id', columns.id)
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('title', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .execute()
    },
  }),
}
