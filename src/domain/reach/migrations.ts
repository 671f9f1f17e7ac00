import { type Expression, type SqlBool, sql } from 'kysely'
import { stableJson } from '../../kit/json.ts'
import { createTable, type Migrations } from '../../store/index.ts'

export const migrations: Migrations = {
  '094-notification': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'journalReader')
        .addColumn('name', columns.text, (c) => c.primaryKey())
        .addColumn('seq', columns.int, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'notification')
        .addColumn('id', columns.id)
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('commentId', columns.int, (c) => c.notNull().references('comment.id').onDelete('cascade'))
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('readAt', columns.int)
        .addUniqueConstraint('notification_once', ['commentId', 'personId'])
        .execute()
      await db.schema.createIndex('notification_person').on('notification').columns(['personId', 'id']).execute()
      await db.schema
        .createIndex('notification_unread')
        .on('notification')
        .columns(['personId', 'id'])
        .where(sql.ref('readAt'), 'is', null)
        .execute()
      await createTable(db, columns, 'noticeOff')
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('noticeOff_pk', ['personId', 'kind'])
        .execute()
    },
  }),

  '095-mailing': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'mailWish')
        .addColumn('personId', columns.int, (c) => c.primaryKey().references('person.id').onUpdate('cascade'))
        .addColumn('pace', columns.text, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'mailing')
        .addColumn('notificationId', columns.int, (c) =>
          c.primaryKey().references('notification.id').onDelete('cascade'),
        )
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('dueAt', columns.int, (c) => c.notNull())
        .addColumn('tries', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('mailing_due').on('mailing').columns(['dueAt', 'personId']).execute()
      await db.schema.createIndex('mailing_person').on('mailing').columns(['personId', 'dueAt']).execute()
    },
  }),

  '131-push': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'device')
        .addColumn('id', columns.id)
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('sessionId', columns.text, (c) =>
          c.notNull().unique().references('authSession.id').onDelete('cascade'),
        )
        .addColumn('endpoint', columns.text, (c) => c.notNull().unique())
        .addColumn('p256dh', columns.text, (c) => c.notNull())
        .addColumn('auth', columns.text, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('device_person').on('device').columns(['personId', 'id']).execute()
      await createTable(db, columns, 'pushing')
        .addColumn('notificationId', columns.int, (c) => c.notNull().references('notification.id').onDelete('cascade'))
        .addColumn('deviceId', columns.int, (c) => c.notNull().references('device.id').onDelete('cascade'))
        .addColumn('dueAt', columns.int, (c) => c.notNull())
        .addColumn('tries', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('pushing_pk', ['notificationId', 'deviceId'])
        .execute()
      await db.schema.createIndex('pushing_due').on('pushing').columns(['dueAt', 'deviceId']).execute()
      await db.schema.createIndex('pushing_device').on('pushing').columns(['deviceId', 'dueAt']).execute()
    },
  }),

  '140-notice-by-channel': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'noticeOffBy')
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('channel', columns.text, (c) => c.notNull())
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('noticeOffBy_pk', ['personId', 'channel', 'kind'])
        .execute()
    },
  }),

  '161-told-in-turns': (columns) => ({
    async up(db) {
      const readers = db.schema.alterTable('journalReader')
      await readers.addColumn('personId', columns.int, (c) => c.notNull().defaultTo(0)).execute()
      await db.schema.alterTable('notification').addColumn('branchId', columns.int).execute()
    },
  }),

  '162-read-notices': () => ({
    async up(db) {
      await db.schema
        .createIndex('notification_read')
        .on('notification')
        .column('readAt')
        .where(sql.ref('readAt'), 'is not', null)
        .execute()
    },
  }),

  '171-unread-notices': () => ({
    async up(db) {
      await db.schema
        .createIndex('notification_unread_since')
        .on('notification')
        .column('at')
        .where(sql.ref('readAt'), 'is', null)
        .execute()
    },
  }),

  '20261130T0721-notices-cursor': () => ({
    async up(db) {
      for (const { name, seq, personId } of await db.selectFrom('journalReader').selectAll().execute()) {
        const state = personId === 0 ? null : stableJson({ personId })
        await db.insertInto('journalCursor').values({ name, seq, state }).execute()
      }
      await db.schema.dropTable('journalReader').execute()
    },
  }),

  '20261130T0740-delivery': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'delivery')
        .addColumn('id', columns.id)
        .addColumn('channel', columns.text, (c) => c.notNull())
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('place', columns.text, (c) => c.notNull())
        .addColumn('noticeId', columns.int, (c) => c.notNull().references('notification.id').onDelete('cascade'))
        .addColumn('dueAt', columns.int, (c) => c.notNull())
        .addColumn('state', columns.text, (c) => c.notNull().defaultTo('planned'))
        .addColumn('tries', columns.int, (c) => c.notNull().defaultTo(0))
        .addColumn('leaseUntil', columns.int)
        .addColumn('contentHash', columns.text)
        .addColumn('at', columns.int)
        .addUniqueConstraint('delivery_once', ['noticeId', 'channel', 'place'])
        .execute()
      const to = ['channel', 'personId', 'place', 'dueAt']
      await planned(db.schema.createIndex('delivery_to').on('delivery').columns(to)).execute()
      await planned(db.schema.createIndex('delivery_due').on('delivery').columns(['channel', 'dueAt'])).execute()
      const leased = db.schema.createIndex('delivery_lease').on('delivery').column('leaseUntil')
      await leased.where(sql<SqlBool>`"state" = 'sending'`).execute()
      const ended = db.schema.createIndex('delivery_ended').on('delivery').column('at')
      await ended.where(sql.ref('at'), 'is not', null).execute()
      await db.schema.createIndex('delivery_person').on('delivery').column('personId').execute()
      await sql`insert into "delivery" ("channel", "personId", "place", "noticeId", "dueAt", "tries")
        select 'mail', "personId", '', "notificationId", "dueAt", "tries" from "mailing"`.execute(db)
      await sql`insert into "delivery" ("channel", "personId", "place", "noticeId", "dueAt", "tries")
        select 'push', "device"."personId", cast("deviceId" as text), "notificationId", "dueAt", "tries"
        from "pushing" inner join "device" on "device"."id" = "pushing"."deviceId"`.execute(db)
      await db.schema.dropTable('mailing').execute()
      await db.schema.dropTable('pushing').execute()
    },
  }),

  '20261130T1310-letters': (columns) => ({
    says: 'Adds a table of letters that are to go out about decisions and notices.',
    async up(db) {
      await createTable(db, columns, 'letter')
        .addColumn('id', columns.id)
        .addColumn('matter', columns.text, (c) => c.notNull())
        .addColumn('aboutId', columns.int, (c) => c.notNull())
        .addColumn('personId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('dueAt', columns.int, (c) => c.notNull())
        .addColumn('state', columns.text, (c) => c.notNull())
        .addColumn('tries', columns.int, (c) => c.notNull())
        .addColumn('leaseUntil', columns.int)
        .addColumn('contentHash', columns.text)
        .addColumn('at', columns.int)
        .execute()
      await planned(db.schema.createIndex('letter_due').on('letter').columns(['dueAt', 'id'])).execute()
      const leased = db.schema.createIndex('letter_lease').on('letter').column('leaseUntil')
      await leased.where(sql<SqlBool>`"state" = 'sending'`).execute()
      await db.schema.createIndex('letter_about').on('letter').columns(['matter', 'aboutId']).execute()
      await db.schema.createIndex('letter_person').on('letter').column('personId').execute()
      await db.schema.createIndex('letter_ended').on('letter').column('at').execute()
    },
  }),

  '20261130T1801-correction-notices': (columns) => ({
    says: 'Adds a table of who was told of which correction.',
    async up(db) {
      await createTable(db, columns, 'correctionNotice')
        .addColumn('id', columns.id)
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('correctionId', columns.int, (c) => c.notNull().references('correction.id'))
        .addColumn('articleId', columns.int, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('readAt', columns.int)
        .addUniqueConstraint('correctionNotice_once', ['correctionId', 'personId'])
        .execute()
      const index = (name: string, on: string[]) =>
        db.schema.createIndex(name).on('correctionNotice').columns(on).execute()
      await index('correctionNotice_person', ['personId', 'id'])
      await index('correctionNotice_read', ['readAt', 'at'])
    },
  }),
}

function planned<Index extends { where(condition: Expression<SqlBool>): Index }>(index: Index): Index {
  return index.where(sql<SqlBool>`"state" = 'planned'`)
}
