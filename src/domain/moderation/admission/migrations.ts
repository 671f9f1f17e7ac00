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
}
