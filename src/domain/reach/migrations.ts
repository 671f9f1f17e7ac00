import { sql } from 'kysely'
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
}
