import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1306-admission': (columns) => ({
    says: 'Adds a table of how comments are admitted.',
    async up(db) {
      await createTable(db, columns, 'admissionSetting')
        .addColumn('id', columns.id)
        .addColumn('sectionId', columns.int, (c) => c.references('section.id'))
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('value', columns.int, (c) => c.notNull())
        .addUniqueConstraint('admissionSetting_name', ['sectionId', 'name'])
        .execute()
    },
  }),

  '20261130T1315-recent-posts': (columns) => ({
    says: 'Adds a table of who wrote within a day, so that nobody writes too fast.',
    async up(db) {
      await createTable(db, columns, 'recentPost')
        .addColumn('id', columns.id)
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('network', columns.text, (c) => c.notNull())
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('words', columns.text)
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('recentPost_person').on('recentPost').columns(['personId', 'at']).execute()
      await db.schema.createIndex('recentPost_network').on('recentPost').columns(['network', 'at']).execute()
    },
  }),

  '20261130T1350-restraints': (columns) => ({
    says: 'Adds a table of what is asked of all who write, as in a raid.',
    async up(db) {
      await createTable(db, columns, 'restraint')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.references('article.id').onDelete('cascade'))
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('seconds', columns.int, (c) => c.notNull())
        .addColumn('until', columns.int)
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('endedAt', columns.int)
        .addColumn('endedById', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .execute()
      await sql`create index "restraint_open" on "restraint" ("id") where "endedAt" is null`.execute(db)
      await db.schema.createIndex('restraint_by').on('restraint').column('byId').execute()
      await db.schema.createIndex('restraint_ended').on('restraint').column('endedById').execute()
    },
  }),
}
