import { createTable, type Migrations } from '../../store/index.ts'
import { engineOn } from './engines.ts'
import { THE_ONE } from './progress.ts'

export const migrations: Migrations = {
  '070-search': (columns) => ({
    async up(db) {
      await engineOn(db).createIndex(db, columns)
      await createTable(db, columns, 'searchProgress')
        .addColumn('id', columns.int, (c) => c.primaryKey())
        .addColumn('seq', columns.int)
        .addColumn('sweeping', columns.int)
        .addColumn('sweptTo', columns.int, (c) => c.notNull())
        .addColumn('wording', columns.int, (c) => c.notNull())
        .execute()
      const unread = { id: THE_ONE, seq: null, sweeping: null, sweptTo: 0, wording: 0 }
      await db.insertInto('searchProgress').values(unread).execute()
    },
  }),
}
