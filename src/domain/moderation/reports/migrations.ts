import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1300-reports': (columns) => ({
    says: 'Adds a table of what readers report.',
    async up(db) {
      await createTable(db, columns, 'report')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('commentId', columns.int, (c) => c.notNull())
        .addColumn('rootId', columns.int, (c) => c.notNull())
        .addColumn('personId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('ruleId', columns.int, (c) => c.references('rule.id'))
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('weight', columns.int, (c) => c.notNull())
        .addColumn('state', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('answeredAt', columns.int)
        .execute()
      const unique = db.schema.createIndex('report_once').on('report').columns(['commentId', 'personId']).unique()
      await unique.execute()
      await db.schema.createIndex('report_thread').on('report').columns(['rootId', 'at']).execute()
      await db.schema.createIndex('report_person').on('report').columns(['personId', 'at']).execute()
      await db.schema.createIndex('report_answered').on('report').column('answeredAt').execute()
      await sql`create index "report_open" on "report" ("commentId", "at") where "state" = 'open'`.execute(db)
    },
  }),

  '20261130T1305-legal-notices': (columns) => ({
    says: 'Adds a table of what is said to be against the law.',
    async up(db) {
      await createTable(db, columns, 'legalNotice')
        .addColumn('reportId', columns.int, (c) => c.primaryKey().references('report.id'))
        .addColumn('token', columns.text, (c) => c.notNull().unique())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('mail', columns.text, (c) => c.notNull())
        .addColumn('address', columns.text, (c) => c.notNull())
        .addColumn('law', columns.text, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('personId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('answer', columns.text, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('legalNotice_person').on('legalNotice').column('personId').execute()
      await db.schema.createIndex('legalNotice_mail').on('legalNotice').column('mail').execute()
    },
  }),

  '20261130T1640-report-times': () => ({
    says: 'Finds the latest reports by their time.',
    async up(db) {
      await db.schema.createIndex('report_at').on('report').columns(['at', 'rootId']).execute()
    },
  }),
}
