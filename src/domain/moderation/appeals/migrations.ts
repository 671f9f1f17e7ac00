import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1355-appeals': (columns) => ({
    says: 'Adds a table of appeals against decisions.',
    async up(db) {
      await createTable(db, columns, 'appeal')
        .addColumn('id', columns.id)
        .addColumn('statementId', columns.int, (c) => c.notNull().unique().references('statement.id'))
        .addColumn('decisionId', columns.int, (c) => c.notNull())
        .addColumn('personId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('state', columns.text, (c) => c.notNull())
        .addColumn('decidedAt', columns.int)
        .addColumn('outcomeId', columns.int)
        .addColumn('bySame', columns.int, (c) => c.notNull())
        .execute()
      for (const by of ['personId', 'outcomeId', 'at'])
        await db.schema.createIndex(`appeal_${by}`).on('appeal').columns([by, 'id']).execute()
      await sql`create index "appeal_open" on "appeal" ("id") where "state" = 'open'`.execute(db)
    },
  }),
}
