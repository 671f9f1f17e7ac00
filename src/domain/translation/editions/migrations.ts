import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1734-translation': (columns) => ({
    says: 'Adds tables of which edition translates which, paragraph by paragraph, and of what translators ask.',
    async up(db) {
      await createTable(db, columns, 'translation')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().unique().references('edition.id').onUpdate('cascade'))
        .addColumn('originalId', columns.int, (c) => c.notNull().references('edition.id').onUpdate('cascade'))
        .addColumn('revisionId', columns.int, (c) =>
          c.references('revision.id').onUpdate('cascade').onDelete('set null'),
        )
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await db.schema
        .createIndex('translation_original')
        .on('translation')
        .columns(['originalId', 'editionId'])
        .execute()
      await db.schema.createIndex('translation_by').on('translation').columns(['byId', 'editionId']).execute()
      await createTable(db, columns, 'translatedParagraph')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id').onUpdate('cascade'))
        .addColumn('part', columns.text, (c) => c.notNull())
        .addColumn('position', columns.int, (c) => c.notNull())
        .addColumn('original', columns.text, (c) => c.notNull())
        .addColumn('originalHash', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('state', columns.text, (c) => c.notNull())
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('engine', columns.text)
        .addColumn('model', columns.text)
        .addColumn('glossaryVersion', columns.int)
        .addColumn('reviewedById', columns.int, (c) =>
          c.references('person.id').onUpdate('cascade').onDelete('set null'),
        )
        .addColumn('reviewedAt', columns.int)
        .execute()
      const index = (name: string, on: string[]) =>
        db.schema.createIndex(`translatedParagraph_${name}`).on('translatedParagraph').columns(on).execute()
      await index('edition', ['editionId', 'part', 'position'])
      await index('original', ['originalHash', 'state', 'id'])
      await index('reviewed', ['state', 'id'])
      await index('by', ['byId', 'id'])
      await index('reviewedBy', ['reviewedById', 'id'])
      await createTable(db, columns, 'translationQuestion')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id').onUpdate('cascade'))
        .addColumn('originalHash', columns.text, (c) => c.notNull())
        .addColumn('original', columns.text, (c) => c.notNull())
        .addColumn('question', columns.text, (c) => c.notNull())
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('answer', columns.text)
        .addColumn('answeredById', columns.int, (c) =>
          c.references('person.id').onUpdate('cascade').onDelete('set null'),
        )
        .addColumn('answeredAt', columns.int)
        .execute()
      await db.schema
        .createIndex('translationQuestion_edition')
        .on('translationQuestion')
        .columns(['editionId', 'id'])
        .execute()
      await db.schema
        .createIndex('translationQuestion_open')
        .on('translationQuestion')
        .columns(['answeredAt', 'id'])
        .execute()
      await db.schema.createIndex('translationQuestion_by').on('translationQuestion').columns(['byId', 'id']).execute()
      await db.schema
        .createIndex('translationQuestion_answeredBy')
        .on('translationQuestion')
        .columns(['answeredById', 'id'])
        .execute()
    },
  }),

  '20261130T1736-edition-wish': (columns) => ({
    says: 'Adds a table of how many readers ask for an article in another language.',
    async up(db) {
      await createTable(db, columns, 'editionWish')
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id').onUpdate('cascade'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('count', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('editionWish_pk', ['articleId', 'language'])
        .execute()
    },
  }),

  '20261130T1737-override': (columns) => ({
    says: 'Adds tables of what was overridden at the gate, and of what came through it.',
    async up(db) {
      await createTable(db, columns, 'translationOverride')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id').onUpdate('cascade'))
        .addColumn('wording', columns.text, (c) => c.notNull())
        .addColumn('fact', columns.text, (c) => c.notNull())
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('outcome', columns.text, (c) => c.notNull())
        .addColumn('original', columns.text)
        .addColumn('edition', columns.text)
        .addColumn('reason', columns.text, (c) => c.notNull())
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addUniqueConstraint('translationOverride_fact', ['editionId', 'wording', 'fact'])
        .execute()
      await createTable(db, columns, 'gatePassage')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id').onUpdate('cascade'))
        .addColumn('compared', columns.int, (c) => c.notNull())
        .addColumn('overridden', columns.int, (c) => c.notNull())
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      for (const table of ['translationOverride', 'gatePassage']) {
        await db.schema.createIndex(`${table}_by`).on(table).columns(['byId', 'id']).execute()
        await db.schema.createIndex(`${table}_at`).on(table).columns(['at', 'id']).execute()
      }
    },
  }),
}
