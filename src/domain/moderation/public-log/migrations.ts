import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1332-moderation-log': (columns) => ({
    says: 'Adds the tables of the public moderation log, which begins with the next decision.',
    async up(db) {
      await createTable(db, columns, 'logEntry')
        .addColumn('n', columns.int, (c) => c.primaryKey())
        .addColumn('decisionId', columns.int, (c) => c.notNull().unique())
        .addColumn('content', columns.text, (c) => c.notNull())
        .addColumn('previous', columns.text, (c) => c.notNull())
        .addColumn('hash', columns.text, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'logWords')
        .addColumn('n', columns.int, (c) => c.notNull())
        .addColumn('place', columns.int, (c) => c.notNull())
        .addColumn('decidedId', columns.int)
        .addColumn('salt', columns.text)
        .addColumn('hash', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('logWords_pk', ['n', 'place'])
        .execute()
      await db.schema.createIndex('logWords_decided').on('logWords').column('decidedId').execute()
      await sql`create index "logWords_salted" on "logWords" ("decidedId") where "salt" is not null`.execute(db)
      await createTable(db, columns, 'logHead')
        .addColumn('id', columns.int, (c) => c.primaryKey())
        .addColumn('n', columns.int, (c) => c.notNull())
        .addColumn('hash', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('key', columns.text, (c) => c.notNull())
        .addColumn('signature', columns.text, (c) => c.notNull())
        .execute()
    },
  }),
}
