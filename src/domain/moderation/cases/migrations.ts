import { sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1330-case': (columns) => ({
    says: 'Adds tables of what waits for moderators, and how comments stood before something was decided about them.',
    async up(db) {
      const decided = db.schema.alterTable('decisionComment')
      await decided.addColumn('before', columns.text, (c) => c.notNull().defaultTo('stands')).execute()
      const person = (table: ReturnType<typeof createTable>, name: string) =>
        table.addColumn(name, columns.int, (c) => c.references('person.id').onUpdate('cascade'))
      const table = createTable(db, columns, 'moderationCase')
        .addColumn('id', columns.id)
        .addColumn('commentId', columns.int, (c) => c.references('comment.id'))
        .addColumn('articleId', columns.int)
        .addColumn('sectionId', columns.int)
        .addColumn('language', columns.text)
        .addColumn('openedAt', columns.int, (c) => c.notNull())
        .addColumn('latestAt', columns.int, (c) => c.notNull())
        .addColumn('reports', columns.int, (c) => c.notNull())
        .addColumn('weight', columns.int, (c) => c.notNull())
        .addColumn('score', columns.int, (c) => c.notNull())
        .addColumn('claimedAt', columns.int)
        .addColumn('closedAt', columns.int)
        .addColumn('outcomeId', columns.int, (c) => c.references('decision.id'))
      await person(person(table, 'personId'), 'claimedById').execute()
      await sql`create unique index "case_comment" on "moderationCase" ("commentId")
        where "closedAt" is null and "commentId" is not null`.execute(db)
      await sql`create unique index "case_person" on "moderationCase" ("personId")
        where "closedAt" is null and "commentId" is null and "personId" is not null`.execute(db)
      for (const [name, first] of ORDERED)
        await sql`create index ${sql.ref(`case_${name}`)} on "moderationCase" (${first}, "id")
          where "closedAt" is null`.execute(db)
      for (const column of ['commentId', 'personId', 'claimedById'])
        await db.schema.createIndex(`case_of_${column}`).on('moderationCase').columns([column, 'id']).execute()
      await db.schema.createIndex('case_closed').on('moderationCase').column('closedAt').execute()
      await createTable(db, columns, 'caseReason')
        .addColumn('caseId', columns.int, (c) => c.notNull().references('moderationCase.id'))
        .addColumn('reason', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('caseReason_pk', ['caseId', 'reason'])
        .execute()
      await person(
        createTable(db, columns, 'caseNote')
          .addColumn('id', columns.id)
          .addColumn('caseId', columns.int, (c) => c.notNull().references('moderationCase.id'))
          .addColumn('words', columns.text, (c) => c.notNull())
          .addColumn('at', columns.int, (c) => c.notNull()),
        'byId',
      ).execute()
      await db.schema.createIndex('caseNote_case').on('caseNote').columns(['caseId', 'id']).execute()
      await db.schema.createIndex('caseNote_by').on('caseNote').column('byId').execute()
    },
  }),

  '20261130T1420-decided-about-many': (columns) => ({
    says: 'Lets decisions be about many comments, which are carried out in steps; it indexes those that wait.',
    async up(db) {
      const decided = db.schema.alterTable('decisionComment')
      await decided.addColumn('waits', columns.int, (c) => c.notNull().defaultTo(0)).execute()
      await sql`create index "decisionComment_waits" on "decisionComment" ("id") where "waits" = 1`.execute(db)
    },
  }),

  '20261130T1432-decided-when': () => ({
    says: 'Indexes decisions by their time; it reads that table once.',
    async up(db) {
      await db.schema.createIndex('decision_at').on('decision').column('at').execute()
    },
  }),

  '20261130T1732-cases-of-an-article': () => ({
    says: 'Indexes the open cases by their articles, and why they wait; it reads these tables once.',
    async up(db) {
      await sql`create index "case_article" on "moderationCase" ("articleId") where "closedAt" is null`.execute(db)
      await db.schema.createIndex('caseReason_reason').on('caseReason').columns(['reason', 'caseId']).execute()
    },
  }),

  '20261130T1757-cases-told-of': (columns) => ({
    says: 'Adds a column to cases, for those that wait too long, and an index of it.',
    async up(db) {
      await db.schema.alterTable('moderationCase').addColumn('toldAt', columns.int).execute()
      await sql`create index "case_untold" on "moderationCase" ("openedAt", "id")
        where "closedAt" is null and "toldAt" is null`.execute(db)
    },
  }),
}

const ORDERED = [
  ['oldest', sql`"openedAt"`],
  ['heaviest', sql`"weight" desc`],
  ['likeliest', sql`"score" desc`],
] as const
