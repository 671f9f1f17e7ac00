import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import { createTable, type Migrations } from '../../store/index.ts'
import { soughtIn } from '../media/index.ts'
import { claimsMigration } from './claims/migrations.ts'
import type { SourceTables } from './tables.ts'

export const migrations: Migrations = {
  '040-source': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'outlet')
        .addColumn('id', columns.id)
        .addColumn('key', columns.text, (c) => c.notNull().unique())
        .addColumn('url', columns.text)
        .execute()
      await createTable(db, columns, 'outletWords')
        .addColumn('outletId', columns.int, (c) => c.notNull().references('outlet.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('outletWords_pk', ['outletId', 'language'])
        .execute()
      await createTable(db, columns, 'sourceDocument')
        .addColumn('id', columns.id)
        .addColumn('outletId', columns.int, (c) => c.notNull().references('outlet.id'))
        .addColumn('url', columns.text, (c) => c.notNull())
        .addColumn('title', columns.text, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('publishedOn', columns.text)
        .addUniqueConstraint('sourceDocument_url', ['outletId', 'url'])
        .execute()
      await createTable(db, columns, 'articleSource')
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id'))
        .addColumn('sourceDocumentId', columns.int, (c) => c.notNull().references('sourceDocument.id'))
        .addColumn('position', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('articleSource_pk', ['articleId', 'position'])
        .execute()
    },
  }),

  '20261130T1758-outlets-and-parties': (columns) => ({
    says: 'Adds more of what is known of outlets and their reports, and tables of those who speak.',
    async up(db) {
      const person = (c: ColumnDefinitionBuilder) => c.references('person.id').onUpdate('cascade').onDelete('set null')
      const add = (table: string, column: string, type: typeof columns.int, build: ColumnBuilder = (c) => c) =>
        db.schema.alterTable(table).addColumn(column, type, build).execute()
      const list = (c: ColumnDefinitionBuilder) => c.notNull().defaultTo('[]')
      await add('outlet', 'kind', columns.text, (c) => c.notNull().defaultTo('other'))
      await add('outlet', 'country', columns.text)
      await add('outlet', 'sameAs', columns.text, list)
      await add('outletWords', 'locked', columns.int, (c) => c.notNull().defaultTo(0))
      await add('outletWords', 'sought', columns.text, (c) => c.notNull().defaultTo(''))
      for (const column of [
        'canonicalUrl',
        'publishedZone',
        'mediaType',
        'linkState',
        'movedTo',
        'passage',
        'passageHash',
      ])
        await add('sourceDocument', column, columns.text)
      for (const column of ['publishedAt', 'accessedAt', 'checkedAt', 'silentSince', 'openedAt'])
        await add('sourceDocument', column, columns.int)
      await add('sourceDocument', 'bylines', columns.text, list)
      await add('sourceDocument', 'publishedPrecision', columns.text, (c) => c.notNull().defaultTo('unknown'))
      await add('sourceDocument', 'openedById', columns.int, person)
      await makeFindable(db)
      await db
        .updateTable('sourceDocument')
        .set({ publishedPrecision: 'day' })
        .where('publishedOn', 'is not', null)
        .execute()
      const index = (name: string, table: string, on: string[]) =>
        db.schema.createIndex(name).on(table).columns(on).execute()
      await index('sourceDocument_outlet', 'sourceDocument', ['outletId', 'id'])
      await index('sourceDocument_checked', 'sourceDocument', ['checkedAt', 'id'])
      await index('sourceDocument_opened', 'sourceDocument', ['openedById', 'id'])
      await index('articleSource_document', 'articleSource', ['sourceDocumentId', 'articleId'])
      await createTable(db, columns, 'party')
        .addColumn('id', columns.id)
        .addColumn('key', columns.text, (c) => c.notNull().unique())
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('sameAs', columns.text, list)
        .execute()
      await createTable(db, columns, 'partyWords')
        .addColumn('partyId', columns.int, (c) => c.notNull().references('party.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('locked', columns.int, (c) => c.notNull())
        .addColumn('sought', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('partyWords_pk', ['partyId', 'language'])
        .execute()
      await createTable(db, columns, 'partyRole')
        .addColumn('id', columns.id)
        .addColumn('partyId', columns.int, (c) => c.notNull().references('party.id'))
        .addColumn('position', columns.int, (c) => c.notNull())
        .addColumn('since', columns.text)
        .addColumn('until', columns.text)
        .execute()
      await index('partyRole_party', 'partyRole', ['partyId', 'position'])
      await createTable(db, columns, 'partyRoleWords')
        .addColumn('roleId', columns.int, (c) => c.notNull().references('partyRole.id').onDelete('cascade'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('partyRoleWords_pk', ['roleId', 'language'])
        .execute()
      await createTable(db, columns, 'merge')
        .addColumn('id', columns.id)
        .addColumn('kind', columns.text, (c) => c.notNull())
        .addColumn('fromId', columns.int, (c) => c.notNull())
        .addColumn('intoId', columns.int, (c) => c.notNull())
        .addColumn('byId', columns.int, person)
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('undoneAt', columns.int)
        .execute()
      await index('merge_from', 'merge', ['kind', 'fromId'])
      await index('merge_into', 'merge', ['kind', 'intoId'])
      await index('merge_by', 'merge', ['byId', 'id'])
      await createTable(db, columns, 'mergedRow')
        .addColumn('mergeId', columns.int, (c) => c.notNull().references('merge.id'))
        .addColumn('holder', columns.text, (c) => c.notNull())
        .addColumn('rowId', columns.int, (c) => c.notNull())
        .addColumn('place', columns.int, (c) => c.notNull())
        .addColumn('fromId', columns.int, (c) => c.notNull())
        .addColumn('toId', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('mergedRow_pk', ['mergeId', 'holder', 'rowId', 'place'])
        .execute()
      await createTable(db, columns, 'sourceSnapshot')
        .addColumn('id', columns.id)
        .addColumn('sourceDocumentId', columns.int, (c) => c.notNull().references('sourceDocument.id'))
        .addColumn('provider', columns.text, (c) => c.notNull())
        .addColumn('url', columns.text)
        .addColumn('capturedAt', columns.int)
        .addColumn('state', columns.text, (c) => c.notNull())
        .addColumn('job', columns.text)
        .addColumn('askedAt', columns.int, (c) => c.notNull())
        .execute()
      await index('sourceSnapshot_document', 'sourceSnapshot', ['sourceDocumentId', 'id'])
      await index('sourceSnapshot_state', 'sourceSnapshot', ['state', 'id'])
    },
  }),

  '20261130T1800-corrections': (columns) => ({
    says: 'Adds tables of corrections.',
    async up(db) {
      await createTable(db, columns, 'correction')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id'))
        .addColumn('claimId', columns.int)
        .addColumn('weight', columns.text, (c) => c.notNull())
        .addColumn('since', columns.int, (c) => c.notNull())
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('correction_article').on('correction').columns(['articleId', 'id']).execute()
      await db.schema.createIndex('correction_claim').on('correction').columns(['claimId', 'id']).execute()
      await db.schema.createIndex('correction_by').on('correction').columns(['byId', 'id']).execute()
      await createTable(db, columns, 'correctionWords')
        .addColumn('correctionId', columns.int, (c) => c.notNull().references('correction.id'))
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id'))
        .addColumn('wrong', columns.text, (c) => c.notNull())
        .addColumn('right', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('correctionWords_pk', ['correctionId', 'editionId'])
        .execute()
      await db.schema
        .createIndex('correctionWords_edition')
        .on('correctionWords')
        .columns(['editionId', 'correctionId'])
        .execute()
    },
  }),

  '20261130T1803-claims': claimsMigration,

  '20261130T2005-steps-in-order': () => ({
    says: 'Has the steps of an outlet or a party found in the order in which their pages list them.',
    async up(db) {
      for (const named of ['partyId', 'outletId']) {
        await db.schema.dropIndex(`hop_${named}`).execute()
        await db.schema.createIndex(`hop_${named}`).on('hop').columns([named, 'position', 'id']).execute()
      }
    },
  }),
}

type ColumnBuilder = (c: ColumnDefinitionBuilder) => ColumnDefinitionBuilder

async function makeFindable(db: Kysely<SourceTables>) {
  for (const { outletId, language, name } of await db.selectFrom('outletWords').selectAll().execute())
    await db
      .updateTable('outletWords')
      .set({ sought: soughtIn(name) })
      .where('outletId', '=', outletId)
      .where('language', '=', language)
      .execute()
}
