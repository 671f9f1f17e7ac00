import { createTable, type Migrations } from '../../../store/index.ts'

/** What the ways in keep, beside the tables of the account library. */
export const accountMigrations: Migrations = {
  '20261130T1015-passkey': (columns) => ({
    says: 'Adds a table of passkeys.',
    async up(db) {
      await createTable(db, columns, 'passkey')
        .addColumn('id', columns.id)
        .addColumn('accountId', columns.text, (c) => c.notNull().references('authUser.id').onDelete('cascade'))
        .addColumn('credentialId', columns.text, (c) => c.notNull().unique())
        .addColumn('publicKey', columns.text, (c) => c.notNull())
        .addColumn('counter', columns.int, (c) => c.notNull())
        .addColumn('transports', columns.text, (c) => c.notNull())
        .addColumn('device', columns.text, (c) => c.notNull())
        .addColumn('createdAt', columns.int, (c) => c.notNull())
        .addColumn('usedAt', columns.int)
        .execute()
      await db.schema.createIndex('passkey_account').on('passkey').column('accountId').execute()
    },
  }),

  '20261130T1030-mail-change': (columns) => ({
    says: 'Adds a table of addresses that are to be changed.',
    async up(db) {
      await createTable(db, columns, 'mailChange')
        .addColumn('id', columns.id)
        .addColumn('accountId', columns.text, (c) => c.notNull().references('authUser.id').onDelete('cascade'))
        .addColumn('oldMail', columns.text, (c) => c.notNull())
        .addColumn('newMail', columns.text, (c) => c.notNull())
        .addColumn('hadSecondFactor', columns.int, (c) => c.notNull())
        .addColumn('askedAt', columns.int, (c) => c.notNull())
        .addColumn('changedAt', columns.int)
        .addColumn('undoneAt', columns.int)
        .execute()
      await db.schema.createIndex('mailChange_account').on('mailChange').column('accountId').execute()
      await db.schema.createIndex('mailChange_old').on('mailChange').column('oldMail').execute()
    },
  }),

  '20261130T1950-session-country': (columns) => ({
    says: 'Adds to sessions from which country they began.',
    async up(db) {
      await db.schema.alterTable('authSession').addColumn('country', columns.text).execute()
    },
  }),
}
