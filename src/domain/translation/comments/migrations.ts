import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T2000-comment-translations': (columns) => ({
    says: 'Adds a table of comments as engines have translated them.',
    async up(db) {
      await createTable(db, columns, 'commentTranslation')
        .addColumn('commentId', columns.int, (c) =>
          c.notNull().references('comment.id').onUpdate('cascade').onDelete('cascade'),
        )
        .addColumn('revision', columns.int, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('engine', columns.text, (c) => c.notNull())
        .addColumn('glossaryVersion', columns.int, (c) => c.notNull())
        .addColumn('paragraphs', columns.text, (c) => c.notNull())
        .addColumn('misses', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('commentTranslation_pk', [
          'commentId',
          'language',
          'revision',
          'engine',
          'glossaryVersion',
        ])
        .execute()
    },
  }),
  '20261201T0010-comment-translation-leases': (columns) => ({
    says: 'Adds a table of comments that are being translated, so that several processes ask an engine once.',
    async up(db) {
      await createTable(db, columns, 'commentTranslationLease')
        .addColumn('commentId', columns.int, (c) =>
          c.notNull().references('comment.id').onUpdate('cascade').onDelete('cascade'),
        )
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('until', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('commentTranslationLease_pk', ['commentId', 'language'])
        .execute()
    },
  }),
}
