import { type Kysely, sql } from 'kysely'
import { type Columns, createTable, type Migrations } from '../../store/index.ts'
import { ROOT } from './comments/comment.ts'
import { numberLists } from './moving/plain-anew.ts'

export const migrations: Migrations = {
  '050-discussion': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'discussion')
        .addColumn('articleId', columns.int, (c) => c.primaryKey().references('article.id'))
        .addColumn('nextRoot', columns.int, (c) => c.notNull())
        .addColumn('visible', columns.int, (c) => c.notNull())
        .addColumn('total', columns.int, (c) => c.notNull())
        .addColumn('lastActivityAt', columns.int)
        .execute()
      await createTable(db, columns, 'comment')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().references('discussion.articleId'))
        .addColumn('parentId', columns.int, (c) => c.notNull())
        .addColumn('rootId', columns.int, (c) => c.notNull())
        .addColumn('depth', columns.int, (c) => c.notNull())
        .addColumn('ordinal', columns.int, (c) => c.notNull())
        .addColumn('label', columns.text, (c) => c.notNull())
        .addColumn('authorId', columns.int, (c) => c.references('person.id'))
        .addColumn('language', columns.text)
        .addColumn('html', columns.text)
        .addColumn('plain', columns.text)
        .addColumn('postedAt', columns.int)
        .addColumn('editedAt', columns.int)
        .addColumn('replies', columns.int, (c) => c.notNull())
        .addColumn('nextReply', columns.int, (c) => c.notNull())
        .addColumn('descendants', columns.int, (c) => c.notNull())
        .addColumn('lastActivityAt', columns.int)
        .addColumn('quotedBy', columns.int, (c) => c.notNull())
        .addUniqueConstraint('comment_place', ['articleId', 'parentId', 'ordinal'])
        .execute()
      await db.schema.createIndex('comment_author').on('comment').columns(['authorId', 'id']).execute()
      await db.schema.createIndex('comment_latest').on('comment').columns(['articleId', 'id']).execute()
      await createTable(db, columns, 'commentRevision')
        .addColumn('id', columns.id)
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
        .addColumn('number', columns.int, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('html', columns.text, (c) => c.notNull())
        .addColumn('plain', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int)
        .addUniqueConstraint('commentRevision_number', ['commentId', 'number'])
        .execute()
      await createTable(db, columns, 'tombstone')
        .addColumn('commentId', columns.int, (c) => c.primaryKey().references('comment.id'))
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('cause', columns.text, (c) => c.notNull())
        .addColumn('ruleId', columns.int)
        .addColumn('at', columns.int)
        .execute()
    },
  }),

  '051-quotation': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'quotation')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().references('discussion.articleId'))
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
        .addColumn('slot', columns.int, (c) => c.notNull())
        .addColumn('ofCommentId', columns.int, (c) => c.references('comment.id'))
        .addColumn('ofEditionId', columns.int, (c) => c.references('edition.id'))
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('attribution', columns.text, (c) => c.notNull())
        .addColumn('state', columns.text, (c) => c.notNull())
        .addUniqueConstraint('quotation_slot', ['commentId', 'slot'])
        .execute()
      await db.schema.createIndex('quotation_comment').on('quotation').columns(['ofCommentId', 'id']).execute()
      await db.schema.createIndex('quotation_edition').on('quotation').columns(['ofEditionId', 'id']).execute()
    },
  }),

  '052-reading': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'reading')
        .addColumn('personId', columns.int, (c) => c.notNull())
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('upTo', columns.int, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('reading_pk', ['personId', 'articleId'])
        .execute()
    },
  }),

  '080-reaction': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'reaction')
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id'))
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('reaction_pk', ['commentId', 'personId', 'kind'])
        .execute()
      await db.schema.createIndex('reaction_person').on('reaction').columns(['personId', 'commentId']).execute()
      for (const count of ['agreed', 'disagreed', 'wellArgued', 'best']) {
        const comment = db.schema.alterTable('comment')
        await comment.addColumn(count, columns.int, (c) => c.notNull().defaultTo(0)).execute()
      }
      await sql`update "comment" set "best" = case when "html" is null then 0 else 500000 end`.execute(db)
    },
  }),

  '081-ranking': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'ranking')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('parentId', columns.int, (c) => c.notNull())
        .addColumn('order', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('seq', columns.int, (c) => c.notNull())
        .addColumn('count', columns.int)
        .execute()
      await db.schema
        .createIndex('ranking_latest')
        .on('ranking')
        .columns(['articleId', 'parentId', 'order', 'id'])
        .execute()
      await db.schema.createIndex('ranking_at').on('ranking').column('at').execute()
      await createTable(db, columns, 'rankingPage')
        .addColumn('rankingId', columns.int, (c) => c.notNull().references('ranking.id'))
        .addColumn('page', columns.int, (c) => c.notNull())
        .addColumn('ids', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('rankingPage_pk', ['rankingId', 'page'])
        .execute()
      await sql`create index "comment_best" on "comment" ("articleId", "parentId", "best" desc, "id")`.execute(db)
      await sql`create index "comment_replied" on "comment" ("articleId", "parentId", "replies" desc, "id")`.execute(db)
      await sql`create index "comment_active" on "comment" ("articleId", coalesce("lastActivityAt", 0) desc, "id")
        where "parentId" = 0`.execute(db)
    },
  }),

  '092-follow': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'follow')
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id').onDelete('cascade'))
        .addColumn('commentId', columns.int, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('follow_pk', ['articleId', 'commentId', 'personId'])
        .execute()
    },
  }),

  '093-mention': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'mention')
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id').onDelete('cascade'))
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addPrimaryKeyConstraint('mention_pk', ['commentId', 'personId'])
        .execute()
    },
  }),

  '120-most-quoted': () => ({
    async up(db) {
      await sql`create index "comment_quoted" on "comment" ("articleId", "quotedBy" desc, "id") where "quotedBy" > 0`.execute(
        db,
      )
    },
  }),

  '130-follows-of-a-person': () => ({
    async up(db) {
      const columns = ['personId', 'at', 'articleId', 'commentId']
      await db.schema.createIndex('follow_person').on('follow').columns(columns).execute()
    },
  }),

  '150-seen': (columns) => ({
    async up(db) {
      const reading = db.schema.alterTable('reading')
      await reading.addColumn('seen', columns.text, (c) => c.notNull().defaultTo('[]')).execute()
    },
  }),

  '160-thread-of-a-follow': (columns) => ({
    async up(db) {
      const follow = db.schema.alterTable('follow')
      await follow.addColumn('rootId', columns.int, (c) => c.notNull().defaultTo(ROOT)).execute()
      await sql`update "follow" set "rootId" = coalesce((select "rootId" from "comment" where "id" = "follow"."commentId"), 0)`.execute(
        db,
      )
      await db.schema.createIndex('follow_thread').on('follow').columns(['articleId', 'rootId', 'personId']).execute()
    },
  }),

  '170-quoters': (columns) => ({
    async up(db) {
      await db.schema.createIndex('quotation_quoters').on('quotation').columns(['ofCommentId', 'commentId']).execute()
      const comment = db.schema.alterTable('comment')
      await comment.addColumn('quoters', columns.text, (c) => c.notNull().defaultTo('')).execute()
      await sql`update "comment" set "quoters" = ${FIRST_THREE_QUOTERS} where "quotedBy" > 0`.execute(db)
    },
  }),

  '172-former-quotations': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'formerQuotation')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().references('discussion.articleId'))
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
        .addColumn('number', columns.int, (c) => c.notNull())
        .addColumn('slot', columns.int, (c) => c.notNull())
        .addColumn('ofCommentId', columns.int, (c) => c.references('comment.id'))
        .addColumn('ofEditionId', columns.int, (c) => c.references('edition.id'))
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('attribution', columns.text, (c) => c.notNull())
        .addColumn('state', columns.text, (c) => c.notNull())
        .addUniqueConstraint('formerQuotation_slot', ['commentId', 'number', 'slot'])
        .execute()
      const index = (name: string) => db.schema.createIndex(name).on('formerQuotation')
      await index('formerQuotation_comment').columns(['ofCommentId', 'id']).execute()
      await index('formerQuotation_edition').columns(['ofEditionId', 'id']).execute()
    },
  }),

  '20261130T0735-elided-labels': () => ({
    async up(db) {
      const anew = (column: string) => sql`replace(${sql.ref(column)}, '.….', ${'\u00a0…\u00a0'})`
      await sql`update "comment" set "label" = ${anew('label')} where "label" like '%…%'`.execute(db)
      await sql`update "comment" set "quoters" = ${anew('quoters')} where "quoters" like '%…%'`.execute(db)
    },
  }),

  '20261130T0746-numbers-in-plain-words': () => ({ up: (db) => numberLists(db) }),

  '20261130T0755-comment-state': (columns) => ({
    async up(db) {
      const comment = () => db.schema.alterTable('comment')
      await comment()
        .addColumn('state', columns.text, (c) => c.notNull().defaultTo('stands'))
        .execute()
      await comment().addColumn('removalId', columns.int).execute()
      await comment()
        .alterColumn('ordinal', (c) => c.dropNotNull())
        .execute()
      await createDecisions(db, columns)
      await moveRemovals(db)
      await sql`update "comment" set "state" = 'removed',
        "removalId" = (select max("removal"."id") from "removal" where "removal"."commentId" = "comment"."id")
        where "html" is null`.execute(db)
      await indexNumbered(db)
    },
  }),

  '20261130T0956-decided-and-mentioned': () => ({
    says: 'Adds indices of who decided and who was mentioned; it reads these tables once.',
    async up(db) {
      for (const table of ['removal', 'restoration', 'hold', 'admission'])
        await db.schema.createIndex(`${table}_by`).on(table).column('byId').execute()
      await db.schema.createIndex('mention_person').on('mention').column('personId').execute()
    },
  }),

  '20261130T1035-forgotten-words': (columns) => ({
    says: 'Adds a column and an index to removals, for words that are forgotten in time; it reads that table once.',
    async up(db) {
      await db.schema.alterTable('removal').addColumn('forgottenAt', columns.int).execute()
      const kept = db.schema.createIndex('removal_kept').on('removal').column('at')
      await kept.where(sql.ref('forgottenAt'), 'is', null).execute()
    },
  }),

  '20261130T1055-saved': (columns) => ({
    says: 'Adds a table of what people have saved to read.',
    async up(db) {
      await createTable(db, columns, 'saved')
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id').onDelete('cascade'))
        .addColumn('commentId', columns.int, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('saved_pk', ['personId', 'articleId', 'commentId'])
        .execute()
      const columnsOfList = ['personId', 'at', 'articleId', 'commentId']
      await db.schema.createIndex('saved_latest').on('saved').columns(columnsOfList).execute()
      await db.schema.createIndex('saved_article').on('saved').column('articleId').execute()
    },
  }),

  '20261130T1305-why-held': (columns) => ({
    says: 'Adds why a comment waits to be let in; it indexes those that do.',
    async up(db) {
      await db.schema.alterTable('hold').addColumn('reason', columns.text).execute()
      await db.schema
        .alterTable('hold')
        .addColumn('detail', columns.text, (c) => c.notNull().defaultTo(''))
        .execute()
      await sql`create index "comment_held" on "comment" ("articleId", "id") where "state" = 'held'`.execute(db)
    },
  }),

  '20261130T1402-held-edits': (columns) => ({
    says: 'Adds a table of edits that wait to be looked at.',
    async up(db) {
      await createTable(db, columns, 'heldEdit')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('revision', columns.int, (c) => c.notNull())
        .addColumn('reason', columns.text, (c) => c.notNull())
        .addColumn('detail', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('outcome', columns.text)
        .addColumn('decidedById', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('decidedAt', columns.int)
        .execute()
      await db.schema.createIndex('heldEdit_comment').on('heldEdit').columns(['commentId', 'id']).execute()
      await db.schema.createIndex('heldEdit_person').on('heldEdit').columns(['personId', 'id']).execute()
      await db.schema.createIndex('heldEdit_decided').on('heldEdit').column('decidedById').execute()
      await sql`create index "heldEdit_open" on "heldEdit" ("id") where "outcome" is null`.execute(db)
    },
  }),

  '20261130T1730-locked-branches': (columns) => ({
    says: 'Adds columns for branches that are locked.',
    async up(db) {
      const none = { comment: 'locked', discussion: 'locks' }
      for (const [table, column] of Object.entries(none)) {
        const altered = db.schema.alterTable(table)
        await altered.addColumn(column, columns.int, (c) => c.notNull().defaultTo(0)).execute()
      }
    },
  }),

  '20261130T1731-redacted-and-moved': (columns) => ({
    says: 'Adds columns for passages that moderators take out and branches that they move, with an index for each; it reads these tables once.',
    async up(db) {
      for (const column of ['redactedAt', 'movedToId', 'appealedAt'])
        await db.schema.alterTable('comment').addColumn(column, columns.int).execute()
      await db.schema.alterTable('commentRevision').addColumn('hiddenAt', columns.int).execute()
      for (const table of ['quotation', 'formerQuotation'])
        await db.schema.alterTable(table).addColumn('formerWords', columns.text).execute()
      const hidden = db.schema.createIndex('commentRevision_hidden').on('commentRevision').column('hiddenAt')
      await hidden.where(sql.ref('hiddenAt'), 'is not', null).execute()
      const moved = db.schema.createIndex('comment_moved').on('comment').column('movedToId')
      await moved.where(sql.ref('movedToId'), 'is not', null).execute()
    },
  }),

  '20261130T2000-redactions': (columns) => ({
    says: 'Adds a table of the passages that moderators take out of comments.',
    async up(db) {
      await createTable(db, columns, 'redaction')
        .addColumn('id', columns.id)
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
        .addColumn('passage', columns.text, (c) => c.notNull())
        .addColumn('former', columns.int, (c) => c.notNull())
        .addColumn('hiddenAt', columns.int, (c) => c.notNull())
        .addColumn('endedAt', columns.int)
        .execute()
      await db.schema.createIndex('redaction_comment').on('redaction').columns(['commentId', 'id']).execute()
      await db.schema.createIndex('redaction_hidden').on('redaction').column('hiddenAt').execute()
      for (const table of ['quotation', 'formerQuotation'])
        await sql`update ${sql.table(table)} set "formerWords" = null where "formerWords" is not null`.execute(db)
    },
  }),

  '20261130T2042-held-edit-without-revision': () => ({
    says: 'Drops the number of a wording that nobody reads from edits that wait.',
    async up(db) {
      await db.schema.alterTable('heldEdit').dropColumn('revision').execute()
    },
  }),
}

/** @NOTE how a comment kept them when this began. */
const FIRST_THREE_QUOTERS = sql`coalesce((
  select string_agg(quoter."id" || ' ' || quoter."label" || ' ' || coalesce(quoter."authorId", 0), ',' order by quoter."id")
  from (
    select distinct "quotation"."commentId" from "quotation"
    inner join "comment" as standing on standing."id" = "quotation"."commentId" and standing."html" is not null
    where "quotation"."ofCommentId" = "comment"."id"
    order by "quotation"."commentId" limit 3
  ) as "first" inner join "comment" as quoter on quoter."id" = "first"."commentId"), '')`

/** @NOTE a column that refers to a table cannot be dropped on every database, so removals move into a table made anew. */
async function createDecisions(db: Kysely<unknown>, columns: Columns) {
  await sql`create table "formerRemoval" as select * from "removal"`.execute(db)
  await db.schema.dropTable('removal').execute()
  const decision = (name: string) =>
    createTable(db, columns, name)
      .addColumn('id', columns.id)
      .addColumn('articleId', columns.int, (c) => c.notNull())
      .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
      .addColumn('note', columns.text, (c) => c.notNull())
  await decision('removal')
    .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
    .addColumn('cause', columns.text, (c) => c.notNull())
    .addColumn('ruleId', columns.int, (c) => c.references('rule.id'))
    .addColumn('at', columns.int)
    .execute()
  await db.schema.createIndex('removal_comment').on('removal').columns(['commentId', 'id']).execute()
  await decision('restoration')
    .addColumn('removalId', columns.int, (c) => c.notNull().unique().references('removal.id'))
    .addColumn('at', columns.int, (c) => c.notNull())
    .execute()
  await decision('hold')
    .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id'))
    .addColumn('at', columns.int, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('hold_comment').on('hold').columns(['commentId', 'id']).execute()
  await decision('admission')
    .addColumn('holdId', columns.int, (c) => c.notNull().unique().references('hold.id'))
    .addColumn('at', columns.int, (c) => c.notNull())
    .execute()
}

/** Removals keep their order, and are numbered anew; a tombstone of which nothing else is known becomes one. */
async function moveRemovals(db: Kysely<unknown>) {
  const [into, former] = [sql`"articleId", "commentId", "byId", "cause", "ruleId", "note", "at"`, sql`"formerRemoval"`]
  await sql`insert into "removal" (${into}) select ${into} from ${former} order by "id"`.execute(db)
  const ranked = (table: string) =>
    sql`(select *, row_number() over (order by "id") as "rank" from ${sql.table(table)})`
  await sql`insert into "restoration" ("articleId", "removalId", "byId", "note", "at")
    select now."articleId", now."id", before."restoredById", coalesce(before."restoredNote", ''), before."restoredAt"
    from ${ranked('formerRemoval')} as before inner join ${ranked('removal')} as now on now."rank" = before."rank"
    where before."restoredAt" is not null order by now."id"`.execute(db)
  await sql`insert into "removal" (${into})
    select c."articleId", c."id", null, coalesce(t."cause", 'unknown'), t."ruleId", '', t."at"
    from "comment" as c left join "tombstone" as t on t."commentId" = c."id"
    where c."html" is null and not exists (select 1 from "removal" as r where r."commentId" = c."id"
      and not exists (select 1 from "restoration" where "restoration"."removalId" = r."id"))
    order by c."id"`.execute(db)
  for (const table of ['formerRemoval', 'tombstone']) await db.schema.dropTable(table).execute()
}

/** The orders go by what has a number. @NOTE a column that is asked for must stand in an index that is to answer alone. */
async function indexNumbered(db: Kysely<unknown>) {
  for (const name of ['comment_best', 'comment_replied', 'comment_active']) await db.schema.dropIndex(name).execute()
  await sql`create index "comment_best" on "comment" ("articleId", "parentId", "best" desc, "id", "ordinal")
    where "ordinal" is not null`.execute(db)
  await sql`create index "comment_replied" on "comment" ("articleId", "parentId", "replies" desc, "id", "ordinal")
    where "ordinal" is not null`.execute(db)
  await sql`create index "comment_active" on "comment" ("articleId", coalesce("lastActivityAt", 0) desc, "id")
    where "parentId" = 0 and "ordinal" is not null`.execute(db)
}
