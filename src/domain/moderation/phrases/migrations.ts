import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1325-phrases': (columns) => ({
    says: 'Adds a table of banned and suspect phrases.',
    async up(db) {
      await createTable(db, columns, 'phrase')
        .addColumn('id', columns.id)
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addUniqueConstraint('phrase_once', ['language', 'words'])
        .execute()
    },
  }),

  '20261130T2010-phrases-of-sections': (columns) => ({
    says: 'Lets phrases hold in one section alone; it copies the list once.',
    async up(db) {
      await createTable(db, columns, 'phraseOfSection')
        .addColumn('id', columns.id)
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('sectionId', columns.int, (c) => c.notNull())
        .addUniqueConstraint('phraseOfSection_once', ['sectionId', 'language', 'words'])
        .execute()
      await sql`insert into "phraseOfSection" ("kind", "language", "words", "sectionId")
        select "kind", "language", "words", 0 from "phrase" order by "id"`.execute(db)
      await db.schema.dropTable('phrase').execute()
      await db.schema.alterTable('phraseOfSection').renameTo('phrase').execute()
    },
  }),
}
