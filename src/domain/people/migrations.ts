import { sql } from 'kysely'
import { createTable, type Migrations } from '../../store/index.ts'
import { accountMigrations } from './accounts/migrations.ts'
import { renewKeysBy } from './names/stale-keys.ts'

export const migrations: Migrations = {
  ...accountMigrations,

  '010-person': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'person')
        .addColumn('id', columns.id)
        .addColumn('accountId', columns.text, (c) => c.unique())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('nameKey', columns.text, (c) => c.notNull().unique())
        .addColumn('role', columns.text, (c) => c.notNull())
        .addColumn('createdAt', columns.int)
        .execute()
      await createTable(db, columns, 'personAlias')
        .addColumn('id', columns.id)
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id'))
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('nameKey', columns.text, (c) => c.notNull())
        .addUniqueConstraint('personAlias_name', ['personId', 'nameKey'])
        .execute()
      await createTable(db, columns, 'personClaim')
        .addColumn('id', columns.id)
        .addColumn('placeholderId', columns.int, (c) => c.notNull().references('person.id'))
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id'))
        .addColumn('byId', columns.int, (c) => c.references('person.id'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
    },
  }),

  '011-receipt': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'receipt')
        .addColumn('personId', columns.int, (c) => c.notNull())
        .addColumn('key', columns.text, (c) => c.notNull())
        .addColumn('requestHash', columns.text, (c) => c.notNull())
        .addColumn('status', columns.int, (c) => c.notNull())
        .addColumn('location', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('receipt_pk', ['personId', 'key'])
        .execute()
      await db.schema.createIndex('receipt_at').on('receipt').column('at').execute()
    },
  }),

  /** better-auth's own tables, as `getMigrations` would make them; a test says that it finds nothing to add. */
  '012-account': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'authUser')
        .addColumn('id', columns.text, (c) => c.primaryKey())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('email', columns.text, (c) => c.notNull().unique())
        .addColumn('emailVerified', columns.libraryYesNo, (c) => c.notNull())
        .addColumn('image', columns.text)
        .addColumn('createdAt', columns.libraryMoment, (c) => c.notNull())
        .addColumn('updatedAt', columns.libraryMoment, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'authSession')
        .addColumn('id', columns.text, (c) => c.primaryKey())
        .addColumn('expiresAt', columns.libraryMoment, (c) => c.notNull())
        .addColumn('token', columns.text, (c) => c.notNull().unique())
        .addColumn('createdAt', columns.libraryMoment, (c) => c.notNull())
        .addColumn('updatedAt', columns.libraryMoment, (c) => c.notNull())
        .addColumn('ipAddress', columns.text)
        .addColumn('userAgent', columns.text)
        .addColumn('userId', columns.text, (c) => c.notNull().references('authUser.id').onDelete('cascade'))
        .execute()
      await createTable(db, columns, 'authAccount')
        .addColumn('id', columns.text, (c) => c.primaryKey())
        .addColumn('accountId', columns.text, (c) => c.notNull())
        .addColumn('providerId', columns.text, (c) => c.notNull())
        .addColumn('userId', columns.text, (c) => c.notNull().references('authUser.id').onDelete('cascade'))
        .addColumn('accessToken', columns.text)
        .addColumn('refreshToken', columns.text)
        .addColumn('idToken', columns.text)
        .addColumn('accessTokenExpiresAt', columns.libraryMoment)
        .addColumn('refreshTokenExpiresAt', columns.libraryMoment)
        .addColumn('scope', columns.text)
        .addColumn('password', columns.text)
        .addColumn('createdAt', columns.libraryMoment, (c) => c.notNull())
        .addColumn('updatedAt', columns.libraryMoment, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'authVerification')
        .addColumn('id', columns.text, (c) => c.primaryKey())
        .addColumn('identifier', columns.text, (c) => c.notNull())
        .addColumn('value', columns.text, (c) => c.notNull())
        .addColumn('expiresAt', columns.libraryMoment, (c) => c.notNull())
        .addColumn('createdAt', columns.libraryMoment, (c) => c.notNull())
        .addColumn('updatedAt', columns.libraryMoment, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('authSession_user').on('authSession').column('userId').execute()
      await db.schema.createIndex('authAccount_user').on('authAccount').column('userId').execute()
      await db.schema.createIndex('authVerification_identifier').on('authVerification').column('identifier').execute()
    },
  }),

  '013-sign-in-request': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'signInRequest')
        .addColumn('id', columns.id)
        .addColumn('tokenHash', columns.text, (c) => c.notNull().unique())
        .addColumn('browserHash', columns.text)
        .addColumn('sealedToken', columns.text)
        .addColumn('mailHash', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text)
        .addColumn('next', columns.text)
        .addColumn('tries', columns.int, (c) => c.notNull())
        .addColumn('createdAt', columns.int, (c) => c.notNull())
        .addColumn('usedAt', columns.int)
        .execute()
      await db.schema.createIndex('signInRequest_browser').on('signInRequest').column('browserHash').execute()
      await db.schema.createIndex('signInRequest_mail').on('signInRequest').column('mailHash').execute()
      await db.schema.createIndex('signInRequest_at').on('signInRequest').column('createdAt').execute()
    },
  }),

  '090-profile': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'profile')
        .addColumn('personId', columns.int, (c) => c.primaryKey().references('person.id').onUpdate('cascade'))
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('html', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'hiddenHistory')
        .addColumn('personId', columns.int, (c) => c.primaryKey().references('person.id').onUpdate('cascade'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
    },
  }),

  '091-mute': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'mute')
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('mutedId', columns.int, (c) =>
          c.notNull().references('person.id').onUpdate('cascade').onDelete('cascade'),
        )
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('mute_pk', ['personId', 'mutedId'])
        .execute()
    },
  }),

  /** Whom nothing is kept of any more; with the list beside the database it tells what a restored one does not know. */
  '20261130T0940-erased': (columns) => ({
    says: 'Adds a table of who was erased, by number and time.',
    async up(db) {
      await createTable(db, columns, 'erased')
        .addColumn('personId', columns.int, (c) => c.primaryKey())
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
    },
  }),

  '20261130T0955-erasure-request': (columns) => ({
    says: 'Adds a table of who has asked to be erased.',
    async up(db) {
      await createTable(db, columns, 'erasureRequest')
        .addColumn('personId', columns.int, (c) => c.primaryKey().references('person.id').onUpdate('cascade'))
        .addColumn('leaves', columns.text, (c) => c.notNull())
        .addColumn('askedAt', columns.int, (c) => c.notNull())
        .addColumn('dueAt', columns.int, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('toldAt', columns.int)
        .addColumn('begunAt', columns.int)
        .execute()
      await db.schema.createIndex('mute_muted').on('mute').column('mutedId').execute()
    },
  }),

  /** What better-auth's plugin for a second factor adds to its tables. */
  '20261130T0940-second-factor': (columns) => ({
    says: 'Adds a column and a table for second steps at sign-in.',
    async up(db) {
      await db.schema.alterTable('authUser').addColumn('twoFactorEnabled', columns.libraryYesNo).execute()
      await createTable(db, columns, 'authTwoFactor')
        .addColumn('id', columns.text, (c) => c.primaryKey())
        .addColumn('secret', columns.text, (c) => c.notNull())
        .addColumn('backupCodes', columns.text, (c) => c.notNull())
        .addColumn('userId', columns.text, (c) => c.notNull().references('authUser.id').onDelete('cascade'))
        .addColumn('verified', columns.libraryYesNo)
        .addColumn('failedVerificationCount', columns.int)
        .addColumn('lockedUntil', columns.libraryMoment)
        .execute()
      await db.schema.createIndex('authTwoFactor_user').on('authTwoFactor').column('userId').unique().execute()
      await db.schema.createIndex('authTwoFactor_secret').on('authTwoFactor').column('secret').execute()
      await createTable(db, columns, 'usedCode')
        .addColumn('hash', columns.text, (c) => c.primaryKey())
        .addColumn('until', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('usedCode_until').on('usedCode').column('until').execute()
      await createTable(db, columns, 'secondFactorWait')
        .addColumn('accountId', columns.text, (c) => c.primaryKey().references('authUser.id').onDelete('cascade'))
        .addColumn('askedAt', columns.int, (c) => c.notNull())
        .addColumn('cancelHash', columns.text, (c) => c.notNull())
        .execute()
      await db.schema
        .createIndex('secondFactorWait_cancel')
        .on('secondFactorWait')
        .column('cancelHash')
        .unique()
        .execute()
    },
  }),

  '20261130T0945-role-grant': (columns) => ({
    says: 'Adds a table of who has which role, and fills it from the roles there are.',
    async up(db) {
      await createTable(db, columns, 'roleGrant')
        .addColumn('id', columns.id)
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('role', columns.text, (c) => c.notNull())
        .addColumn('sections', columns.text, (c) => c.notNull())
        .addColumn('languages', columns.text, (c) => c.notNull())
        .addColumn('grantedById', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('grantedAt', columns.int)
        .addColumn('takenById', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('takenAt', columns.int)
        .execute()
      await db.schema
        .createIndex('roleGrant_held')
        .unique()
        .on('roleGrant')
        .columns(['personId', 'role'])
        .where(sql.ref('takenAt'), 'is', null)
        .execute()
      await db.schema.createIndex('roleGrant_person').on('roleGrant').columns(['personId', 'id']).execute()
      await db.schema.createIndex('roleGrant_by').on('roleGrant').column('grantedById').execute()
      await db.schema.createIndex('roleGrant_taken').on('roleGrant').column('takenById').execute()
      const held = db
        .selectFrom('person')
        .select((e) => ['id', 'role', e.val('[]').as('sections'), e.val('[]').as('languages')])
        .where('role', '<>', 'reader')
        .orderBy('id')
      await db.insertInto('roleGrant').columns(['personId', 'role', 'sections', 'languages']).expression(held).execute()
      await db.schema.alterTable('person').dropColumn('role').execute()
    },
  }),

  '20261130T1025-invitation': (columns) => ({
    says: 'Adds a table of invitations.',
    async up(db) {
      await createTable(db, columns, 'invitation')
        .addColumn('id', columns.id)
        .addColumn('tokenHash', columns.text, (c) => c.notNull().unique())
        .addColumn('mail', columns.text)
        .addColumn('role', columns.text, (c) => c.notNull())
        .addColumn('sections', columns.text, (c) => c.notNull())
        .addColumn('languages', columns.text, (c) => c.notNull())
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('until', columns.int, (c) => c.notNull())
        .addColumn('withdrawnById', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('withdrawnAt', columns.int)
        .addColumn('acceptedById', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .addColumn('acceptedAt', columns.int)
        .execute()
      for (const column of ['mail', 'byId', 'withdrawnById', 'acceptedById'])
        await db.schema.createIndex(`invitation_${column}`).on('invitation').column(column).execute()
    },
  }),

  '20261130T1030-name-keys': () => ({
    says: 'Makes the keys by which names are compared anew, for every name.',
    up: renewKeysBy,
  }),

  '20261130T1045-former-name': (columns) => ({
    says: 'Adds a table of former names.',
    async up(db) {
      await createTable(db, columns, 'formerName')
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('nameKey', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('hiddenAt', columns.int)
        .addPrimaryKeyConstraint('formerName_pk', ['personId', 'at'])
        .execute()
      await db.schema.createIndex('formerName_key').on('formerName').column('nameKey').execute()
      await db.schema.createIndex('formerName_shown').on('formerName').columns(['hiddenAt', 'at']).execute()
    },
  }),

  '20261130T1030-consent': (columns) => ({
    says: 'Adds tables of what people have consented to.',
    async up(db) {
      await createTable(db, columns, 'consentWords')
        .addColumn('hash', columns.text, (c) => c.primaryKey())
        .addColumn('words', columns.text, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'consent')
        .addColumn('id', columns.id)
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('about', columns.text, (c) => c.notNull())
        .addColumn('wordsHash', columns.text, (c) => c.notNull().references('consentWords.hash'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('endedAt', columns.int)
        .execute()
      await db.schema.createIndex('consent_person').on('consent').columns(['personId', 'id']).execute()
      for (const column of ['consentHash', 'consentLanguage'])
        await db.schema.alterTable('signInRequest').addColumn(column, columns.text).execute()
    },
  }),

  '20261130T1100-profile-link': (columns) => ({
    says: 'Adds a table of links in profiles.',
    async up(db) {
      await createTable(db, columns, 'profileLink')
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('position', columns.int, (c) => c.notNull())
        .addColumn('address', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('profileLink_pk', ['personId', 'position'])
        .execute()
    },
  }),

  '20261130T1105-preference': (columns) => ({
    says: 'Keeps the colours, the size of letters and the languages that people choose to read in.',
    async up(db) {
      await createTable(db, columns, 'preference')
        .addColumn('personId', columns.int, (c) => c.primaryKey().references('person.id').onUpdate('cascade'))
        .addColumn('colours', columns.text, (c) => c.notNull())
        .addColumn('size', columns.text, (c) => c.notNull())
        .addColumn('languages', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
    },
  }),

  '20261130T1130-site-account': (columns) => ({
    says: 'Adds a table of what a site has said of its users.',
    async up(db) {
      await createTable(db, columns, 'siteAccount')
        .addColumn('accountId', columns.text, (c) => c.notNull().references('authUser.id').onDelete('cascade'))
        .addColumn('site', columns.text, (c) => c.notNull())
        .addColumn('mailHash', columns.text, (c) => c.notNull())
        .addColumn('nameHash', columns.text, (c) => c.notNull())
        .addColumn('pictureHash', columns.text, (c) => c.notNull())
        .addColumn('roles', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('siteAccount_pk', ['accountId', 'site'])
        .execute()
    },
  }),

  '20261130T1142-claim-ask': (columns) => ({
    says: 'Adds tables of who asked for an imported name, and of what went with one, so that it can be given back.',
    async up(db) {
      await createTable(db, columns, 'claimAsk')
        .addColumn('id', columns.id)
        .addColumn('placeholderId', columns.int, (c) =>
          c.notNull().references('person.id').onUpdate('cascade').onDelete('cascade'),
        )
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id').onUpdate('cascade'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('declinedAt', columns.int)
        .addColumn('declinedById', columns.int, (c) => c.references('person.id').onUpdate('cascade'))
        .execute()
      const index = (name: string) => db.schema.createIndex(`claimAsk_${name}`).on('claimAsk')
      await index('placeholder').unique().columns(['placeholderId', 'personId']).execute()
      await index('person').columns(['personId', 'id']).execute()
      await index('open').columns(['declinedAt', 'id']).execute()
      await index('declinedBy').column('declinedById').execute()
      await createTable(db, columns, 'claimMoved')
        .addColumn('claimId', columns.int, (c) => c.notNull().references('personClaim.id').onDelete('cascade'))
        .addColumn('holder', columns.text, (c) => c.notNull())
        .addColumn('handed', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('claimMoved_pk', ['claimId', 'holder'])
        .execute()
    },
  }),

  '20261201T0325-name-keys': () => ({
    says: 'Makes the keys by which names are compared anew, for every name.',
    up: renewKeysBy,
  }),
}
