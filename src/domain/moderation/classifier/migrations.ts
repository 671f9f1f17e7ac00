import { sql } from 'kysely'
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

  '20261130T1352-scored-cases': (columns) => ({
    says: 'Notes of each case that waits for moderators by what its score was told.',
    async up(db) {
      const cases = db.schema.alterTable('moderationCase')
      await cases.addColumn('scoredById', columns.int, (c) => c.notNull().defaultTo(0)).execute()
      await sql`create index "case_scored" on "moderationCase" ("scoredById", "id")
        where "closedAt" is null and "commentId" is not null`.execute(db)
    },
  }),
}
