import { sql } from 'kysely'
import { createTable, type Migrations } from '../../store/index.ts'

export const migrations: Migrations = {
  '080-notification': (columns) => ({
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
}
