import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1325-phrases': (columns) => ({
    says: 'Adds a table of banned and suspect phrases.',
    async up(db) {
      await createTable(db, columns, 'phrase')
        .addColumn('id', columns.id)
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addUniqueConstraint('phrase_once', ['language', 'words'])
        .execute()
    },
  }),
}
