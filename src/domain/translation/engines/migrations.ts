import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1748-engines': (columns) => ({
    says: 'Adds tables of what translation engines are to draft, and of what they were sent.',
    async up(db) {
      await createTable(db, columns, 'draftOrder')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id').onUpdate('cascade'))
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('state', columns.text, (c) => c.notNull())
        .addColumn('tries', columns.int, (c) => c.notNull())
        .addColumn('dueAt', columns.int, (c) => c.notNull())
        .addColumn('drafted', columns.int, (c) => c.notNull())
        .addColumn('fault', columns.text)
        .execute()
      await db.schema.createIndex('draftOrder_edition').on('draftOrder').columns(['editionId', 'id']).execute()
      await db.schema.createIndex('draftOrder_by').on('draftOrder').columns(['byId', 'id']).execute()
      await sql`create unique index "draftOrder_one" on "draftOrder" ("editionId") where "state" = 'waiting'`.execute(
        db,
      )
      await sql`create index "draftOrder_due" on "draftOrder" ("dueAt") where "state" = 'waiting'`.execute(db)
      await createTable(db, columns, 'engineUse')
        .addColumn('month', columns.text, (c) => c.notNull())
        .addColumn('engine', columns.text, (c) => c.notNull())
        .addColumn('editionId', columns.int, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('characters', columns.int, (c) => c.notNull())
        .addColumn('questions', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('engineUse_pk', ['month', 'engine', 'editionId', 'language'])
        .execute()
      await db.schema.createIndex('engineUse_edition').on('engineUse').column('editionId').execute()
    },
  }),
  '20261130T2040-engine-cost': (columns) => ({
    says: 'Counts what translation engines cost beside what they were sent.',
    async up(db) {
      await db.schema
        .alterTable('engineUse')
        .addColumn('cost', columns.int, (c) => c.notNull().defaultTo(0))
        .execute()
    },
  }),
}
