import { z } from 'zod'
import { paths } from '../../addresses/paths.ts'
import { type ExportedRow, type ExportedTable, exportedColumns, type Writing } from '../../store/index.ts'
import { BYLINE_ROLES } from './byline.ts'
import { EDITION_STATES, type EditionId } from './editions/edition.ts'
import { madeOf } from './editions/revisions/revision.ts'
import { slugFrom } from './editions/slug.ts'
import { NOTE_OUTCOMES } from './notes/margin-note.ts'
import { TYPEFACES } from './publication/look/look.ts'
import { PAGE_PLACES } from './publication/pages/static-page.ts'
import { textPicturesOfEditions } from './text-pictures.ts'

const { id, count, moment, language, words, key, address } = exportedColumns
const LONGEST_MAIL = 254
const colour = z.string().regex(/^#[0-9a-f]{6}$/)
const slug = z.string().refine((text) => slugFrom(text) === text, 'cannot stand in an address')

/** The publication and its articles; the HTML of words is made anew where they arrive. */
export const exportedArticles: readonly ExportedTable[] = [
  {
    table: 'publication',
    key: ['id'],
    columns: {
      id: z.literal(1),
      defaultLanguage: language,
      zone: z.string().refine(isZone, 'is no time zone'),
      telegram: address.nullable(),
      mail: z.email().max(LONGEST_MAIL).nullable(),
    },
    complete: (_tx, rows) => rows.map((row) => ({ ...row, demoSince: null })),
  },
  {
    table: 'feedIdentity',
    key: ['id'],
    columns: {
      id: z.literal(1),
      base: z.string().regex(/^(?:urn:uuid:[0-9a-f-]{36}|https?:\/\/[^\s/]+)$/, 'is no base of feed ids'),
    },
  },
  { table: 'publicationWords', key: ['language'], columns: { language, position: count, name: words, motto: words } },
  { table: 'section', key: ['id'], columns: { id, slug: key, position: count } },
  {
    table: 'sectionWords',
    key: ['sectionId', 'language'],
    columns: { sectionId: id, language, name: words },
    references: { sectionId: 'section' },
  },
  { table: 'folderFile', key: ['path'], columns: { path: words, file: key, here: key } },
  { table: 'tag', key: ['id'], columns: { id, slug } },
  {
    table: 'tagWords',
    key: ['tagId', 'language'],
    columns: { tagId: id, language, name: words },
    references: { tagId: 'tag' },
  },
  {
    table: 'publicationLook',
    key: ['id'],
    columns: {
      id: z.literal(1),
      accent: colour.nullable(),
      accentDark: colour.nullable(),
      typeface: z.enum(TYPEFACES),
      markId: id.nullable(),
    },
    references: { markId: 'picture' },
  },
  { table: 'staticPage', key: ['id'], columns: { id, slug, place: z.enum(PAGE_PLACES), position: count } },
  {
    table: 'staticPageWords',
    key: ['pageId', 'language'],
    columns: { pageId: id, language, title: words, words },
    references: { pageId: 'staticPage' },
  },
  {
    table: 'article',
    key: ['id'],
    columns: {
      id,
      key,
      sectionId: id.nullable(),
      pictureId: id.nullable(),
      publishedAt: moment.nullable(),
      createdAt: moment,
    },
    references: { sectionId: 'section', pictureId: 'picture' },
  },
  {
    table: 'frontPlace',
    key: ['position'],
    columns: { position: count, articleId: id },
    references: { articleId: 'article' },
  },
  {
    table: 'articleTag',
    key: ['articleId', 'tagId'],
    columns: { articleId: id, tagId: id, position: count },
    references: { articleId: 'article', tagId: 'tag' },
  },
  {
    table: 'relatedArticle',
    key: ['articleId', 'relatedId'],
    columns: { articleId: id, relatedId: id, position: count },
    references: { articleId: 'article', relatedId: 'article' },
  },
  {
    table: 'edition',
    key: ['id'],
    columns: {
      id,
      articleId: id,
      language,
      slug,
      revisionId: id.nullable(),
      publishedAt: moment.nullable(),
      changedAt: moment.nullable(),
      latestId: id.nullable(),
      savedAt: count,
      takenOffAt: moment.nullable(),
      embargoUntil: moment.nullable(),
      state: z.enum(EDITION_STATES),
      feedPath: key.startsWith('/').nullable(),
      unreviewed: z.union([z.literal(0), z.literal(1)]),
    },
    absent: {
      latestId: ({ revisionId }) => revisionId ?? null,
      savedAt: ({ changedAt, publishedAt }) => changedAt ?? publishedAt ?? 0,
      takenOffAt: () => null,
      embargoUntil: () => null,
      state: ({ publishedAt }) => (publishedAt === null ? 'draft' : 'published'),
      unreviewed: () => 0,
      feedPath: ({ language, slug, publishedAt }) =>
        publishedAt === null ? null : paths.article(String(language), String(slug)),
    },
    references: { articleId: 'article' },
  },
  {
    table: 'articlePicture',
    key: ['articleId', 'name'],
    columns: { articleId: id, name: words, pictureId: id },
    references: { articleId: 'article', pictureId: 'picture' },
  },
  {
    table: 'sharing',
    key: ['editionId'],
    columns: {
      editionId: id,
      searchTitle: words,
      searchWords: words,
      shareTitle: words,
      shareWords: words,
      pictureId: id.nullable(),
    },
    references: { editionId: 'edition', pictureId: 'picture' },
  },
  {
    table: 'formerSlug',
    key: ['language', 'slug'],
    columns: { language, slug, editionId: id },
    references: { editionId: 'edition' },
  },
  {
    table: 'revision',
    key: ['id'],
    columns: {
      id,
      editionId: id,
      number: id,
      title: words,
      standfirst: words,
      pictureAlt: words,
      pictureCaption: words,
      words,
      at: moment,
      byId: id.nullable(),
      aside: z.union([z.literal(0), z.literal(1)]),
    },
    absent: { byId: () => null, aside: () => 0 },
    references: { editionId: 'edition', byId: 'person' },
    complete: madeAnew,
  },
  {
    table: 'readsOnDay',
    key: ['editionId', 'day'],
    columns: {
      editionId: id,
      day: z.iso.date(),
      site: count,
      search: count,
      feed: count,
      elsewhere: count,
      unsaid: count,
      further: count,
    },
    references: { editionId: 'edition' },
  },
  {
    table: 'marginNote',
    key: ['id'],
    columns: {
      id,
      editionId: id,
      quote: words,
      before: words,
      after: words,
      words,
      instead: words.nullable(),
      byId: id.nullable(),
      at: moment,
      outcome: z.enum(NOTE_OUTCOMES).nullable(),
      endedById: id.nullable(),
      endedAt: moment.nullable(),
    },
    references: { editionId: 'edition', byId: 'person', endedById: 'person' },
  },
  {
    table: 'shownRevision',
    key: ['editionId', 'revisionId'],
    columns: { editionId: id, revisionId: id, at: moment },
    references: { editionId: 'edition', revisionId: 'revision' },
  },
  {
    table: 'retraction',
    key: ['id'],
    columns: { id, editionId: id, reason: words, byId: id.nullable(), at: moment },
    references: { editionId: 'edition', byId: 'person' },
  },
  {
    table: 'deletion',
    key: ['id'],
    columns: { id, articleId: id, byId: id.nullable(), at: moment, states: words, sweptAt: moment.nullable() },
    references: { articleId: 'article', byId: 'person' },
  },
  {
    table: 'byline',
    key: ['id'],
    columns: { id, articleId: id, editionId: id.nullable(), position: count, personId: id, role: z.enum(BYLINE_ROLES) },
    references: { articleId: 'article', editionId: 'edition', personId: 'person' },
  },
  {
    table: 'bylineWords',
    key: ['bylineId', 'language'],
    columns: { bylineId: id, language, name: words },
    references: { bylineId: 'byline' },
  },
]

function isZone(name: string) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/** The HTML of wordings, with the pictures that their articles have. */
async function madeAnew(tx: Writing, rows: readonly ExportedRow[]): Promise<ExportedRow[]> {
  const pictures = await textPicturesOfEditions(
    tx,
    rows.map(({ editionId }) => editionId as EditionId),
  )
  return rows.map((row) => ({ ...row, ...madeOf(String(row.words), pictures(row.editionId as EditionId)) }))
}
