import { createTable, type Migrations } from '../../store/index.ts'
import { migrations as cannedMigrations } from './canned/migrations.ts'
import { migrations as caseMigrations } from './cases/migrations.ts'
import { migrations as decisionMigrations } from './decisions/migrations.ts'
import { migrations as sanctionMigrations } from './sanctions/migrations.ts'

export const migrations: Migrations = {
  ...decisionMigrations,
  ...caseMigrations,
  ...cannedMigrations,
  ...sanctionMigrations,

  '060-removal': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'rule')
        .addColumn('id', columns.id)
        .addColumn('number', columns.int, (c) => c.notNull().unique())
        .execute()
      await createTable(db, columns, 'ruleWords')
        .addColumn('ruleId', columns.int, (c) => c.notNull().references('rule.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('title', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('ruleWords_pk', ['ruleId', 'language'])
        .execute()
      await createTable(db, columns, 'removal')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
        .addColumn('byId', columns.int, (c) => c.references('person.id'))
        .addColumn('cause', columns.text, (c) => c.notNull())
        .addColumn('ruleId', columns.int, (c) => c.references('rule.id'))
        .addColumn('note', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int)
        .addColumn('restoredById', columns.int, (c) => c.references('person.id'))
        .addColumn('restoredAt', columns.int)
        .addColumn('restoredNote', columns.text)
        .execute()
      await db.schema.createIndex('removal_comment').on('removal').columns(['commentId', 'id']).execute()
    },
  }),
}
