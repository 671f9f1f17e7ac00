import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1345-classifier': (columns) => ({
    says: 'Adds a table of what was learnt from decisions about comments.',
    async up(db) {
      await createTable(db, columns, 'classifier')
        .addColumn('id', columns.id)
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('removed', columns.int, (c) => c.notNull())
        .addColumn('kept', columns.int, (c) => c.notNull())
        .addColumn('upTo', columns.int, (c) => c.notNull())
        .addColumn('ranking', columns.int, (c) => c.notNull())
        .addColumn('isUsed', columns.int, (c) => c.notNull())
        .addColumn('tested', columns.text, (c) => c.notNull())
        .addColumn('model', columns.text, (c) => c.notNull())
        .execute()
    },
  }),
}
