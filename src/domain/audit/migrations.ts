import { createTable, type Migrations } from '../../store/index.ts'

export const migrations: Migrations = {
  '20261130T0940-audit': (columns) => ({
    says: 'Adds a table of what was changed in settings and roles, and by whom.',
    async up(db) {
      await createTable(db, columns, 'auditEntry')
        .addColumn('id', columns.id)
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('act', columns.text, (c) => c.notNull())
        .addColumn('aboutId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('before', columns.text)
        .addColumn('after', columns.text)
        .execute()
      await db.schema.createIndex('auditEntry_by').on('auditEntry').columns(['byId', 'id']).execute()
      await db.schema.createIndex('auditEntry_about').on('auditEntry').columns(['aboutId', 'id']).execute()
      await db.schema.createIndex('auditEntry_act').on('auditEntry').columns(['act', 'id']).execute()
    },
  }),
}
