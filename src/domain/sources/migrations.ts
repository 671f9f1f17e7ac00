import { createTable, type Migrations } from '../../store/index.ts'

export const migrations: Migrations = {
  '040-source': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'outlet')
        .addColumn('id', columns.id)
        .addColumn('key', columns.text, (c) => c.notNull().unique())
        .addColumn('url', columns.text)
        .execute()
      await createTable(db, columns, 'outletWords')
        .addColumn('outletId', columns.int, (c) => c.notNull().references('outlet.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('outletWords_pk', ['outletId', 'language'])
        .execute()
      await createTable(db, columns, 'sourceDocument')
        .addColumn('id', columns.id)
        .addColumn('outletId', columns.int, (c) => c.notNull().references('outlet.id'))
        .addColumn('url', columns.text, (c) => c.notNull())
        .addColumn('title', columns.text, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('publishedOn', columns.text)
        .addUniqueConstraint('sourceDocument_url', ['outletId', 'url'])
        .execute()
      await createTable(db, columns, 'articleSource')
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id'))
        .addColumn('sourceDocumentId', columns.int, (c) => c.notNull().references('sourceDocument.id'))
        .addColumn('position', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('articleSource_pk', ['articleId', 'position'])
        .execute()
    },
  }),
}
