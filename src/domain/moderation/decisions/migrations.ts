import { type Kysely, sql } from 'kysely'
import { createTable, type Migrations } from '../../../store/index.ts'

export const migrations: Migrations = {
  '20261130T1301-decision': (columns) => ({
    says: 'Adds tables of what moderators decide, and fills them from removals and restorations; it reads these once.',
    async up(db) {
      const person = (table: ReturnType<typeof createTable>, name: string) =>
        table.addColumn(name, columns.int, (c) => c.references('person.id').onUpdate('cascade'))
      const decision = createTable(db, columns, 'decision')
        .addColumn('id', columns.id)
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('byRole', columns.text, (c) => c.notNull())
        .addColumn('foundBy', columns.text, (c) => c.notNull())
        .addColumn('automated', columns.int, (c) => c.notNull())
        .addColumn('ruleId', columns.int, (c) => c.references('rule.id'))
        .addColumn('law', columns.text)
        .addColumn('note', columns.text, (c) => c.notNull())
        .addColumn('staffNote', columns.text, (c) => c.notNull())
        .addColumn('articleId', columns.int, (c) => c.references('article.id'))
        .addColumn('comments', columns.int, (c) => c.notNull())
        .addColumn('until', columns.int)
        .addColumn('caseId', columns.int)
        .addColumn('takesBackId', columns.int)
        .addColumn('undoneAt', columns.int)
        .addColumn('settledAt', columns.int)
      await person(person(person(decision, 'byId'), 'personId'), 'undoneById').execute()
      const decided = createTable(db, columns, 'decisionComment')
        .addColumn('id', columns.id)
        .addColumn('decisionId', columns.int, (c) => c.notNull().references('decision.id'))
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('revision', columns.int)
        .addUniqueConstraint('decisionComment_once', ['decisionId', 'commentId'])
      await person(decided, 'personId').execute()
      for (const by of ['byId', 'personId', 'undoneById', 'articleId', 'caseId'])
        await db.schema.createIndex(`decision_${by}`).on('decision').columns([by, 'id']).execute()
      const index = db.schema.createIndex('decision_unsettled').on('decision').columns(['at', 'id'])
      await index.where(sql.ref('settledAt'), 'is', null).where(sql.ref('undoneAt'), 'is', null).execute()
      for (const about of ['commentId', 'personId'])
        await db.schema
          .createIndex(`decisionComment_${about}`)
          .on('decisionComment')
          .columns([about, 'decisionId'])
          .execute()
      await tellOfRemovals(db)
    },
  }),
}

/** What moderators of this publication removed and restored before, in the order in which they did. */
async function tellOfRemovals(db: Kysely<unknown>) {
  const told = sql`(select *, row_number() over (order by "at", "kind", "removalId") as "rank" from (
    select 'remove' as "kind", r."at", r."byId", r."ruleId", r."note", r."articleId", r."commentId", r."id" as "removalId"
    from "removal" as r where r."cause" = 'moderators' and r."byId" is not null and r."at" is not null
    union all
    select 'restore', x."at", x."byId", null, x."note", r."articleId", r."commentId", r."id"
    from "restoration" as x inner join "removal" as r on r."id" = x."removalId" where x."byId" is not null
  ) as "every")`
  await sql`insert into "decision" ("kind", "at", "byId", "byRole", "foundBy", "automated", "ruleId", "note", "staffNote",
      "articleId", "comments", "settledAt")
    select "kind", "at", "byId", 'moderator', 'staff', 0, "ruleId", '', "note", "articleId", 1, "at"
    from ${told} as told order by "rank"`.execute(db)
  await sql`insert into "decisionComment" ("decisionId", "commentId", "articleId", "personId", "revision")
    select d."id", told."commentId", told."articleId", c."authorId",
      (select max("number") from "commentRevision" where "commentRevision"."commentId" = c."id")
    from (select "id", row_number() over (order by "id") as "rank" from "decision") as d
    inner join ${told} as told on told."rank" = d."rank" inner join "comment" as c on c."id" = told."commentId"
    order by d."id"`.execute(db)
  await sql`update "decision" set "takesBackId" = (
      select max(before."id") from "decision" as before
      inner join "decisionComment" as its on its."decisionId" = before."id"
      where its."commentId" = (select "commentId" from "decisionComment" where "decisionId" = "decision"."id")
        and before."kind" = 'remove' and before."id" < "decision"."id")
    where "kind" = 'restore'`.execute(db)
}
