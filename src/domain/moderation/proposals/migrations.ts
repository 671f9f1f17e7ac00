import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T2058-second-person': (columns) => ({
    says: 'Adds a table of decisions that wait for a second moderator, and to decisions who assented.',
    async up(db) {
      const person = (table: ReturnType<typeof createTable>, name: string) =>
        table.addColumn(name, columns.int, (c) => c.references('person.id').onUpdate('cascade'))
      const proposal = createTable(db, columns, 'proposal')
        .addColumn('id', columns.id)
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('commentId', columns.int, (c) => c.references('comment.id'))
        .addColumn('articleId', columns.int)
        .addColumn('comments', columns.int, (c) => c.notNull())
        .addColumn('caseId', columns.int)
        .addColumn('ruleId', columns.int, (c) => c.references('rule.id'))
        .addColumn('law', columns.text)
        .addColumn('note', columns.text, (c) => c.notNull())
        .addColumn('staffNote', columns.text, (c) => c.notNull())
        .addColumn('particulars', columns.text, (c) => c.notNull())
        .addColumn('endedAt', columns.int)
        .addColumn('outcome', columns.text)
        .addColumn('decisionId', columns.int, (c) => c.references('decision.id'))
      await person(person(person(proposal, 'byId'), 'personId'), 'endedById').execute()
      await sql`create unique index "proposal_comment" on "proposal" ("commentId")
        where "endedAt" is null and "commentId" is not null`.execute(db)
      await sql`create index "proposal_open" on "proposal" ("id") where "endedAt" is null`.execute(db)
      for (const column of ['byId', 'personId', 'endedById'])
        await db.schema.createIndex(`proposal_${column}`).on('proposal').columns([column, 'id']).execute()
      await db.schema.createIndex('proposal_ended').on('proposal').column('endedAt').execute()
      const assented = db.schema.alterTable('decision')
      await assented
        .addColumn('assentedById', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .execute()
      await db.schema.createIndex('decision_assentedById').on('decision').columns(['assentedById', 'id']).execute()
    },
  }),
}
