import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1406-sanction': (columns) => ({
    says: 'Adds a table of who may not take part, and until when.',
    async up(db) {
      await createTable(db, columns, 'sanction')
        .addColumn('id', columns.id)
        .addColumn('personId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('decisionId', columns.int, (c) => c.notNull().references('decision.id'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('until', columns.int)
        .addColumn('endedAt', columns.int)
        .execute()
      await db.schema.createIndex('sanction_person').on('sanction').columns(['personId', 'id']).execute()
      const decided = db.schema.createIndex('sanction_decision').on('sanction').column('decisionId')
      await decided.execute()
      await sql`create index "sanction_in_force" on "sanction" ("personId") where "endedAt" is null`.execute(db)
    },
  }),
}
