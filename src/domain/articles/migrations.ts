import { type ColumnDefinitionBuilder, type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { paths } from '../../addresses/paths.ts'
import { createTable, type Migrations } from '../../store/index.ts'
import { plainArticle } from '../../text/plain.ts'
import { type PictureTables, soughtIn } from '../media/index.ts'
import { stateAt } from './editions/edition.ts'
import type { ArticleTables } from './tables.ts'

export const migrations: Migrations = {
  '030-publication': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'publication')
        .addColumn('id', columns.int, (c) => c.primaryKey())
        .addColumn('defaultLanguage', columns.text, (c) => c.notNull())
        .addColumn('zone', columns.text, (c) => c.notNull())
        .addColumn('telegram', columns.text)
        .addColumn('mail', columns.text)
        .addColumn('demoSince', columns.int)
        .execute()
      await createTable(db, columns, 'publicationWords')
        .addColumn('language', columns.text, (c) => c.primaryKey())
        .addColumn('position', columns.int, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('motto', columns.text, (c) => c.notNull())
        .execute()
    },
  }),

  '031-section': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'section')
        .addColumn('id', columns.id)
        .addColumn('slug', columns.text, (c) => c.notNull().unique())
        .addColumn('position', columns.int, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'sectionWords')
        .addColumn('sectionId', columns.int, (c) => c.notNull().references('section.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('sectionWords_pk', ['sectionId', 'language'])
        .execute()
    },
  }),

  '032-article': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'article')
        .addColumn('id', columns.id)
        .addColumn('key', columns.text, (c) => c.notNull().unique())
        .addColumn('sectionId', columns.int, (c) => c.references('section.id'))
        .addColumn('pictureId', columns.int, (c) => c.references('picture.id'))
        .addColumn('publishedAt', columns.int)
        .addColumn('createdAt', columns.int, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'edition')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('slug', columns.text, (c) => c.notNull())
        .addColumn('revisionId', columns.int)
        .addColumn('publishedAt', columns.int)
        .addColumn('changedAt', columns.int)
        .addUniqueConstraint('edition_slug', ['language', 'slug'])
        .addUniqueConstraint('edition_language', ['articleId', 'language'])
        .execute()
      await db.schema.createIndex('edition_latest').on('edition').columns(['language', 'publishedAt', 'id']).execute()
      await createTable(db, columns, 'revision')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id'))
        .addColumn('number', columns.int, (c) => c.notNull())
        .addColumn('title', columns.text, (c) => c.notNull())
        .addColumn('standfirst', columns.text, (c) => c.notNull())
        .addColumn('pictureAlt', columns.text, (c) => c.notNull())
        .addColumn('pictureCaption', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('html', columns.text, (c) => c.notNull())
        .addColumn('plain', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addUniqueConstraint('revision_number', ['editionId', 'number'])
        .execute()
    },
  }),

  '033-byline': (columns) => ({
    async up(db) {
      await createTable(db, columns, 'byline')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id'))
        .addColumn('editionId', columns.int, (c) => c.references('edition.id'))
        .addColumn('position', columns.int, (c) => c.notNull())
        .addColumn('personId', columns.int, (c) => c.notNull().references('person.id'))
        .addColumn('role', columns.text, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('byline_person').on('byline').columns(['personId', 'id']).execute()
      await db.schema.createIndex('byline_article').on('byline').columns(['articleId', 'position']).execute()
      await createTable(db, columns, 'bylineWords')
        .addColumn('bylineId', columns.int, (c) => c.notNull().references('byline.id'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('bylineWords_pk', ['bylineId', 'language'])
        .execute()
    },
  }),

  '20261130T0700-edition-state': (columns) => ({
    async up(db) {
      await db.schema
        .alterTable('edition')
        .addColumn('state', columns.text, (c) => c.notNull().defaultTo('draft'))
        .execute()
      await db.schema.alterTable('edition').addColumn('feedPath', columns.text).execute()
      await createTable(db, columns, 'formerSlug')
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('slug', columns.text, (c) => c.notNull())
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id'))
        .addPrimaryKeyConstraint('formerSlug_pk', ['language', 'slug'])
        .execute()
      await createTable(db, columns, 'feedIdentity')
        .addColumn('id', columns.int, (c) => c.primaryKey())
        .addColumn('base', columns.text, (c) => c.notNull())
        .execute()
      await giveStates(db)
      await db.schema.dropIndex('edition_latest').execute()
      const index = (name: string) => db.schema.createIndex(name).on('edition')
      await index('edition_latest').columns(['language', 'state', 'publishedAt', 'id']).execute()
      await index('edition_due').columns(['state', 'publishedAt']).execute()
    },
  }),

  '20261130T0746-numbers-in-plain-articles': () => ({
    async up(db) {
      const revisions = await db.selectFrom('revision').select(['id', 'words']).where('html', 'like', '%<ol%').execute()
      for (const { id, words } of revisions)
        await db
          .updateTable('revision')
          .set({ plain: plainArticle(words) })
          .where('id', '=', id)
          .execute()
    },
  }),

  '20261130T1035-pictures-in-articles': (columns) => ({
    says: 'Adds a table of the pictures within articles.',
    async up(db) {
      await createTable(db, columns, 'articlePicture')
        .addColumn('articleId', columns.int, (c) => c.notNull().references('article.id'))
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('pictureId', columns.int, (c) => c.notNull().references('picture.id'))
        .addPrimaryKeyConstraint('articlePicture_pk', ['articleId', 'name'])
        .execute()
    },
  }),

  '20261130T1247-words-of-pictures': () => ({
    says: 'Finds pictures by what their articles say of them.',
    async up(db) {
      await db.schema.createIndex('article_picture').on('article').column('pictureId').execute()
      await db.schema.createIndex('articlePicture_picture').on('articlePicture').column('pictureId').execute()
      await describePictures(db)
    },
  }),

  '20261130T1342-writing': (columns) => ({
    says: 'Adds who saved a revision, times at which editions are taken off, and a table of retractions.',
    async up(db) {
      const person = (c: ColumnDefinitionBuilder) => c.references('person.id').onUpdate('cascade').onDelete('set null')
      await db.schema.alterTable('edition').addColumn('takenOffAt', columns.int).execute()
      await db.schema.alterTable('edition').addColumn('embargoUntil', columns.int).execute()
      await db.schema.createIndex('edition_off').on('edition').columns(['state', 'takenOffAt']).execute()
      await db.schema.alterTable('edition').addColumn('latestId', columns.int).execute()
      await db.schema
        .alterTable('edition')
        .addColumn('savedAt', columns.int, (c) => c.notNull().defaultTo(0))
        .execute()
      await giveLatest(db)
      await db.schema.createIndex('edition_saved').on('edition').columns(['savedAt', 'id']).execute()
      await db.schema.createIndex('edition_state_saved').on('edition').columns(['state', 'savedAt', 'id']).execute()
      await db.schema.alterTable('revision').addColumn('byId', columns.int, person).execute()
      await db.schema
        .alterTable('revision')
        .addColumn('aside', columns.int, (c) => c.notNull().defaultTo(0))
        .execute()
      await db.schema.createIndex('revision_by').on('revision').columns(['byId', 'id']).execute()
      await createTable(db, columns, 'retraction')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().unique().references('edition.id'))
        .addColumn('reason', columns.text, (c) => c.notNull())
        .addColumn('byId', columns.int, person)
        .addColumn('at', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('retraction_by').on('retraction').columns(['byId', 'id']).execute()
    },
  }),

  '20261130T1352-shaping': (columns) => ({
    says: 'Adds tables of the publication’s pages, its look, and what was changed of it.',
    async up(db) {
      await createTable(db, columns, 'publicationLook')
        .addColumn('id', columns.int, (c) => c.primaryKey())
        .addColumn('accent', columns.text)
        .addColumn('accentDark', columns.text)
        .addColumn('typeface', columns.text, (c) => c.notNull())
        .addColumn('markId', columns.int, (c) => c.references('picture.id').onUpdate('cascade').onDelete('set null'))
        .execute()
      await createTable(db, columns, 'staticPage')
        .addColumn('id', columns.id)
        .addColumn('slug', columns.text, (c) => c.notNull().unique())
        .addColumn('place', columns.text, (c) => c.notNull())
        .addColumn('position', columns.int, (c) => c.notNull())
        .execute()
      await createTable(db, columns, 'staticPageWords')
        .addColumn('pageId', columns.int, (c) => c.notNull().references('staticPage.id').onUpdate('cascade'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('title', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('staticPageWords_pk', ['pageId', 'language'])
        .execute()
      await createTable(db, columns, 'shaping')
        .addColumn('id', columns.id)
        .addColumn('part', columns.text, (c) => c.notNull())
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('before', columns.text, (c) => c.notNull())
        .addColumn('after', columns.text, (c) => c.notNull())
        .addColumn('undoneAt', columns.int)
        .execute()
      await db.schema.createIndex('shaping_by').on('shaping').columns(['byId', 'id']).execute()
    },
  }),

  '20261130T1422-front-place': (columns) => ({
    says: 'Adds a table of the articles that open the front pages.',
    async up(db) {
      await createTable(db, columns, 'frontPlace')
        .addColumn('position', columns.int, (c) => c.primaryKey())
        .addColumn('articleId', columns.int, (c) =>
          c.notNull().unique().references('article.id').onUpdate('cascade').onDelete('cascade'),
        )
        .execute()
    },
  }),

  '20261130T1431-working-copy': (columns) => ({
    says: 'Adds a table of what is typed at the desk and not saved yet.',
    async up(db) {
      await createTable(db, columns, 'workingCopy')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().unique().references('edition.id'))
        .addColumn('byId', columns.int, (c) => c.references('person.id').onUpdate('cascade').onDelete('set null'))
        .addColumn('base', columns.int, (c) => c.notNull())
        .addColumn('title', columns.text, (c) => c.notNull())
        .addColumn('standfirst', columns.text, (c) => c.notNull())
        .addColumn('pictureAlt', columns.text, (c) => c.notNull())
        .addColumn('pictureCaption', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('seenAt', columns.int, (c) => c.notNull())
        .execute()
      await db.schema.createIndex('workingCopy_by').on('workingCopy').columns(['byId', 'id']).execute()
    },
  }),

  '20261130T1735-unreviewed': (columns) => ({
    says: 'Notes of each edition whether a machine wrote what nobody has reviewed.',
    async up(db) {
      await db.schema
        .alterTable('edition')
        .addColumn('unreviewed', columns.int, (c) => c.notNull().defaultTo(0))
        .execute()
    },
  }),

  '20261130T1740-tags': (columns) => ({
    says: 'Adds tables of tags, of the articles to which others lead, and of how editions are found and shared.',
    async up(db) {
      const article = (c: ColumnDefinitionBuilder) =>
        c.notNull().references('article.id').onUpdate('cascade').onDelete('cascade')
      await createTable(db, columns, 'tag')
        .addColumn('id', columns.id)
        .addColumn('slug', columns.text, (c) => c.notNull().unique())
        .execute()
      await createTable(db, columns, 'tagWords')
        .addColumn('tagId', columns.int, (c) => c.notNull().references('tag.id').onUpdate('cascade'))
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('name', columns.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('tagWords_pk', ['tagId', 'language'])
        .execute()
      await createTable(db, columns, 'articleTag')
        .addColumn('articleId', columns.int, article)
        .addColumn('tagId', columns.int, (c) => c.notNull().references('tag.id').onUpdate('cascade'))
        .addColumn('position', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('articleTag_pk', ['articleId', 'tagId'])
        .execute()
      await db.schema.createIndex('articleTag_tag').on('articleTag').columns(['tagId', 'articleId']).execute()
      await createTable(db, columns, 'relatedArticle')
        .addColumn('articleId', columns.int, article)
        .addColumn('relatedId', columns.int, article)
        .addColumn('position', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('relatedArticle_pk', ['articleId', 'relatedId'])
        .execute()
      await db.schema
        .createIndex('relatedArticle_related')
        .on('relatedArticle')
        .columns(['relatedId', 'articleId'])
        .execute()
      await createTable(db, columns, 'sharing')
        .addColumn('editionId', columns.int, (c) =>
          c.primaryKey().references('edition.id').onUpdate('cascade').onDelete('cascade'),
        )
        .addColumn('searchTitle', columns.text, (c) => c.notNull())
        .addColumn('searchWords', columns.text, (c) => c.notNull())
        .addColumn('shareTitle', columns.text, (c) => c.notNull())
        .addColumn('shareWords', columns.text, (c) => c.notNull())
        .addColumn('pictureId', columns.int, (c) => c.references('picture.id').onUpdate('cascade').onDelete('set null'))
        .execute()
      await db.schema.createIndex('sharing_picture').on('sharing').column('pictureId').execute()
    },
  }),

  '20261130T1741-drafts-and-deletions': (columns) => ({
    says: 'Adds tables of links to drafts, and of articles that were deleted.',
    async up(db) {
      const person = (c: ColumnDefinitionBuilder) => c.references('person.id').onUpdate('cascade').onDelete('set null')
      await createTable(db, columns, 'draftLink')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id').onUpdate('cascade'))
        .addColumn('name', columns.text, (c) => c.notNull())
        .addColumn('salt', columns.text, (c) => c.notNull())
        .addColumn('byId', columns.int, person)
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('withdrawnAt', columns.int)
        .execute()
      await db.schema.createIndex('draftLink_edition').on('draftLink').columns(['editionId', 'id']).execute()
      await db.schema.createIndex('draftLink_by').on('draftLink').columns(['byId', 'id']).execute()
      await createTable(db, columns, 'deletion')
        .addColumn('id', columns.id)
        .addColumn('articleId', columns.int, (c) => c.notNull().unique().references('article.id').onUpdate('cascade'))
        .addColumn('byId', columns.int, person)
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('states', columns.text, (c) => c.notNull())
        .addColumn('sweptAt', columns.int)
        .execute()
      await db.schema.createIndex('deletion_by').on('deletion').columns(['byId', 'id']).execute()
      await db.schema.createIndex('deletion_due').on('deletion').columns(['sweptAt', 'at']).execute()
    },
  }),

  '20261130T1742-margin-notes': (columns) => ({
    says: 'Adds a table of notes in the margin, among editors.',
    async up(db) {
      const person = (c: ColumnDefinitionBuilder) => c.references('person.id').onUpdate('cascade').onDelete('set null')
      await createTable(db, columns, 'marginNote')
        .addColumn('id', columns.id)
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id').onUpdate('cascade'))
        .addColumn('quote', columns.text, (c) => c.notNull())
        .addColumn('before', columns.text, (c) => c.notNull())
        .addColumn('after', columns.text, (c) => c.notNull())
        .addColumn('words', columns.text, (c) => c.notNull())
        .addColumn('instead', columns.text)
        .addColumn('byId', columns.int, person)
        .addColumn('at', columns.int, (c) => c.notNull())
        .addColumn('outcome', columns.text)
        .addColumn('endedById', columns.int, person)
        .addColumn('endedAt', columns.int)
        .execute()
      await db.schema
        .createIndex('marginNote_edition')
        .on('marginNote')
        .columns(['editionId', 'endedAt', 'id'])
        .execute()
      await db.schema.createIndex('marginNote_by').on('marginNote').columns(['byId', 'id']).execute()
      await db.schema.createIndex('marginNote_endedBy').on('marginNote').columns(['endedById', 'id']).execute()
    },
  }),

  '20261130T1743-reads-on-day': (columns) => ({
    says: 'Adds a table of how often editions are read on a day, and from where.',
    async up(db) {
      const count = (c: ColumnDefinitionBuilder) => c.notNull().defaultTo(0)
      await createTable(db, columns, 'readsOnDay')
        .addColumn('editionId', columns.int, (c) =>
          c.notNull().references('edition.id').onUpdate('cascade').onDelete('cascade'),
        )
        .addColumn('day', columns.text, (c) => c.notNull())
        .addColumn('site', columns.int, count)
        .addColumn('search', columns.int, count)
        .addColumn('feed', columns.int, count)
        .addColumn('elsewhere', columns.int, count)
        .addColumn('unsaid', columns.int, count)
        .addColumn('further', columns.int, count)
        .addPrimaryKeyConstraint('readsOnDay_pk', ['editionId', 'day'])
        .execute()
      await db.schema.createIndex('readsOnDay_day').on('readsOnDay').columns(['day', 'editionId']).execute()
    },
  }),

  '20261130T1744-folder-files': (columns) => ({
    says: 'Adds a table of how the files of the folder of articles were when they were last the same as here.',
    async up(db) {
      await createTable(db, columns, 'folderFile')
        .addColumn('path', columns.text, (c) => c.primaryKey())
        .addColumn('file', columns.text, (c) => c.notNull())
        .addColumn('here', columns.text, (c) => c.notNull())
        .execute()
    },
  }),

  '20261130T1759-shown-revisions': (columns) => ({
    says: 'Adds a table of the words that readers saw, edition by edition.',
    async up(db) {
      await createTable(db, columns, 'shownRevision')
        .addColumn('editionId', columns.int, (c) => c.notNull().references('edition.id'))
        .addColumn('revisionId', columns.int, (c) => c.notNull().references('revision.id'))
        .addColumn('at', columns.int, (c) => c.notNull())
        .addPrimaryKeyConstraint('shownRevision_pk', ['editionId', 'revisionId'])
        .execute()
      await db.schema.createIndex('shownRevision_at').on('shownRevision').columns(['editionId', 'at']).execute()
      const shown = await db
        .selectFrom('edition')
        .select(['id', 'revisionId', 'publishedAt', 'changedAt'])
        .where('state', 'in', ['published', 'retracted'])
        .where('revisionId', 'is not', null)
        .execute()
      for (const { id: editionId, revisionId, publishedAt, changedAt } of shown)
        await db
          .insertInto('shownRevision')
          .values({ editionId, revisionId, at: changedAt ?? publishedAt ?? 0 })
          .execute()
    },
  }),

  '20261130T2041-listings': (columns) => ({
    says: 'Adds a table of the lists in which articles stand, by time, and of two orders of the list at the desk.',
    async up(db) {
      await createTable(db, columns, 'listing')
        .addColumn('list', columns.text, (c) => c.notNull())
        .addColumn('ofId', columns.int, (c) => c.notNull())
        .addColumn('language', columns.text, (c) => c.notNull())
        .addColumn('publishedAt', columns.int, (c) => c.notNull())
        .addColumn('editionId', columns.int, (c) =>
          c.notNull().references('edition.id').onUpdate('cascade').onDelete('cascade'),
        )
        .addPrimaryKeyConstraint('listing_pk', ['list', 'ofId', 'language', 'publishedAt', 'editionId'])
        .execute()
      await listPublished(db)
      await db.schema.createIndex('listing_edition').on('listing').column('editionId').execute()
      const index = (name: string) => db.schema.createIndex(name).on('edition')
      await index('edition_language_saved').columns(['language', 'savedAt', 'id']).execute()
      await index('edition_language_state_saved').columns(['language', 'state', 'savedAt', 'id']).execute()
    },
  }),
}

async function describePictures(db: Kysely<ArticleTables & PictureTables>) {
  const shown = await db
    .selectFrom('article')
    .innerJoin('edition', 'edition.articleId', 'article.id')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select((e) => e.ref('article.pictureId').$notNull().as('pictureId'))
    .select(['edition.language', 'revision.pictureAlt as alt', 'revision.pictureCaption as caption'])
    .where('article.pictureId', 'is not', null)
    .where('revision.pictureAlt', '!=', '')
    .orderBy('edition.id')
    .execute()
  for (const { pictureId, language, alt, caption } of shown) {
    const row = { pictureId, language, alt, caption, sought: soughtIn(alt, caption) }
    const insert = db.insertInto('pictureWords').values(row)
    await insert.onConflict((c) => c.columns(['pictureId', 'language']).doNothing()).execute()
  }
}

/** Editions that are seen keep the path by which feeds know them; those dated ahead wait for their time from now on. */
async function giveStates(db: Kysely<ArticleTables>) {
  const editions = await db.selectFrom('edition').select(['id', 'language', 'slug', 'publishedAt']).execute()
  for (const { id, language, slug, publishedAt } of editions) {
    const feedPath = publishedAt === null ? null : paths.article(language, slug)
    const state = stateAt(publishedAt, Date.now())
    await db.updateTable('edition').set({ state, feedPath }).where('id', '=', id).execute()
  }
}

async function giveLatest(db: Kysely<ArticleTables>) {
  const saved = (e: ExpressionBuilder<ArticleTables, 'edition'>) =>
    e.selectFrom('revision').select('revision.at').whereRef('revision.id', '=', 'edition.revisionId')
  await db
    .updateTable('edition')
    .set((e) => ({ latestId: e.ref('revisionId'), savedAt: e.fn.coalesce(saved(e), e.lit(0)) }))
    .execute()
}

async function listPublished(db: Kysely<ArticleTables>) {
  await sql`
    insert into "listing" ("list", "ofId", "language", "publishedAt", "editionId")
    select 'section', coalesce("article"."sectionId", 0), "edition"."language", "edition"."publishedAt", "edition"."id"
    from "edition" inner join "article" on "article"."id" = "edition"."articleId"
    where "edition"."state" = 'published'
    union
    select 'tag', "articleTag"."tagId", "edition"."language", "edition"."publishedAt", "edition"."id"
    from "edition" inner join "articleTag" on "articleTag"."articleId" = "edition"."articleId"
    where "edition"."state" = 'published'
    union
    select 'signer', "byline"."personId", "edition"."language", "edition"."publishedAt", "edition"."id"
    from "edition" inner join "byline" on "byline"."articleId" = "edition"."articleId"
    where "edition"."state" = 'published' and ("byline"."editionId" is null or "byline"."editionId" = "edition"."id")
  `.execute(db)
}
