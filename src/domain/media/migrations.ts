import { createTable, type Migrations } from '../../store/index.ts'

export const migrations: Migrations = {
  '020-picture': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'picture')
        .addColumn('id', columns.id)
        .addColumn('hash', columns.text, (c) => c.notNull().unique())
        .addColumn('type', columns.text, (c) => c.notNull())
        .addColumn('width', columns.int, (c) => c.notNull())
        .addColumn('height', columns.int, (c) => c.notNull())
        .addColumn('bytes', columns.int, (c) => c.notNull())
        .execute()
    },
  }),

  '20261130T1246-picture-words': (columns) => ({
    says: 'Adds what is said of pictures: text for those who do not see them, their credit, and what matters in them.',
    async up(db) {
      await db.schema
        .alterTable('picture')
        .addColumn('credit', columns.text, (c) => c.notNull().defaultTo(''))
        .execute()
      for (const side of ['focusX', 'focusY'])
        await db.schema
          .alterTable('picture')
          .addColumn(side, columns.int, (c) => c.notNull().defaultTo(50))
          .execute()
      await createTable(db, columns, 'pictureWords')
        .addColumn('pictureId', columns.int, (c) => c.notNull().references('picture.id').onUpdate('cascade'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('alt', columns.text, (c) => c.notNull())
        .addColumn('caption', columns.text, (c) => c.notNull())
        .addColumn('sought', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('pictureWords_pk', ['pictureId', 'language'])
        .execute()
    },
  }),

  '20261130T1100-portrait': (columns) => ({
    says: 'Adds a table of portraits.',
    async up(db) {
      await createTable(db, columns, 'portrait')
        .addColumn('personId', columns.int, (c) => c.primaryKey().references('person.id').onUpdate('cascade'))
        .addColumn('hash', columns.text, (c) => c.notNull())
        .addColumn('bytes', columns.int, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('portrait_hash').on('portrait').column('hash').execute()
    },
  }),
}
