import { createTable, type Migrations } from '../../store/index.ts'

export const migrations: Migrations = {
  '030-publication': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'publication')
        .addColumn('id', columns.int, (c) => c.primaryKey())
        .addColumn('defaultLanguage', columns.text, (c) => c.notNull())
        .addColumn('zone', columns.text, (c) => c.notNull())
        .addColumn('telegram', columns.text)
        .addColumn('mail', columns.text)
        .addColumn('demoSince', columns.int)
        .execute()
      await createTable(db, columns, 'publicationWords')
        .addColumn('language', columns.text, (c) => c.primaryKey())
        .addColumn('position', columns.int, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('motto', columns.text, (c) => c.notNull())
        .execute()
    },
  }),

  '031-section': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'section')
        .addColumn('id', columns.id)
        .addColumn('slug', columns.text, (c) => c.notNull().unique())
        .addColumn('position', columns.int, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'sectionWords')
        .addColumn('sectionId', columns.int, (c) => c.notNull().references('section.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('sectionWords_pk', ['sectionId', 'language'])
        .execute()
    },
  }),

  '032-article': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'article')
        .addColumn('id', columns.id)
        .addColumn('key', columns.text, (c) => c.notNull().unique())
        .addColumn('sectionId', columns.int, (c) => c.references('section.id'))
        .addColumn('pictureId', columns.int, (c) => c.references('picture.id'))
        .addColumn('publishedAt', columns.int)
        .addColumn('createdAt', columns.int, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'edition')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('slug', columns.text, (c) => c.notNull())
        .addColumn('revisionId', columns.int)
        .addColumn('publishedAt', columns.int)
        .addColumn('changedAt', columns.int)
        .addUniqueConstraint('edition_slug', ['language', 'slug'])
        .addUniqueConstraint('edition_language', ['articleId', 'language'])
        .execute()
      await db.schema.createIndex('edition_latest').on('edition').columns(['language', 'publishedAt', 'id']).execute()
      await createTable(db, columns, 'revision')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id'))
        .addColumn('number', columns.int, (c) => c.notNull())
        .addColumn('title', columns.text, (c) => c.notNull())
        .addColumn('standfirst', columns.text, (c) => c.notNull())
        .addColumn('pictureAlt', columns.text, (c) => c.notNull())
        .addColumn('pictureCaption', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('html', columns.text, (c) => c.notNull())
        .addColumn('plain', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addUniqueConstraint('revision_number', ['editionId', 'number'])
        .execute()
    },
  }),

  '033-byline': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'byline')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id'))
        .addColumn('editionId', columns.int, (c) => c.references('edition.id'))
        .addColumn('position', columns.int, (c) => c.notNull())
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id'))
        .addColumn('role', columns.text, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('byline_person').on('byline').columns(['personId', 'id']).execute()
      await db.schema.createIndex('byline_article').on('byline').columns(['articleId', 'position']).execute()
      await createTable(db, columns, 'bylineWords')
        .addColumn('bylineId', columns.int, (c) => c.notNull().references('byline.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('bylineWords_pk', ['bylineId', 'language'])
        .execute()
    },
  }),
}
