import { sql } from 'kysely'
import { createTable, type Migrations } from '../../store/index.ts'
import { ROOT } from './comments/comment.ts'
import { numberLists } from './moving/plain-anew.ts'
import { firstQuotersOf } from './quotations/quoters.ts'
import { BEST } from './reactions/best.ts'

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
      await db.updateTable('comment').set({ best: BEST }).execute()
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
      await sql`update "comment" set "quoters" = ${firstQuotersOf('comment')} where "quotedBy" > 0`.execute(db)
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
}
