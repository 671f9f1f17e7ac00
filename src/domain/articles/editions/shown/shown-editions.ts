import type { Kysely } from 'kysely'
import type { Language } from '../../../../kit/language.ts'
import { prepared, type Reading } from '../../../../store/index.ts'
import { type Picture, type PictureFiles, type PictureTables, pictureFiles } from '../../../media/index.ts'
import type { ArticleId } from '../../article.ts'
import { bylinesOn, type ShownByline } from '../../bylines.ts'
import type { List } from '../../lists/listing.ts'
import { listed } from '../../lists/listings.ts'
import type { Section } from '../../publication/section.ts'
import { sections } from '../../publication/sections.ts'
import type { ArticleTables } from '../../tables.ts'
import { type EditionId, READABLE } from '../edition.ts'

type Looking = Pick<Kysely<ArticleTables & PictureTables>, 'selectFrom'>

/** An edition that readers find, with what is always shown beside its words, named in its language. */
export interface ShownEdition {
  article: { id: ArticleId; publishedAt: number }
  edition: {
    id: EditionId
    language: Language
    slug: string
    title: string
    standfirst: string
    html: string
    publishedAt: number
    changedAt: number | null
    /** Its path when it was first published. */
    feedPath: string
    unreviewed: 0 | 1
    /** That it was taken back; its words are then not shown. */
    retraction: { reason: string; at: number } | null
  }
  section: Section | null
  picture: (PictureFiles & ShownPicture) | null
  bylines: readonly ShownByline[]
}

/** A picture as an edition shows it. */
interface ShownPicture extends Pick<Picture, 'credit' | 'focusX' | 'focusY'> {
  alt: string
  caption: string | null
}

/** Where a list of editions goes on: below this one. */
export interface EditionCursor {
  publishedAt: number
  id: EditionId
}

export interface Wanted {
  /** What one list holds. */
  list?: List | undefined
  /** These articles alone. */
  articles?: readonly ArticleId[] | undefined
  before?: EditionCursor | undefined
}

/** What is published in a language, or in one list of it, newest first, below a cursor. */
export async function latestEditions(
  db: Reading,
  language: Language,
  { list, articles, before }: Wanted,
  limit: number,
): Promise<ShownEdition[]> {
  const editions = worded(db.look(), language)
    .where('edition.state', '=', 'published')
    .$if(articles !== undefined, (q) => q.where('edition.articleId', 'in', articles!))
  const rows = list ? inList(editions, list, language, before) : inAll(editions, before)
  return shown(db, language, await rows.limit(limit).execute())
}

type Editions = ReturnType<typeof worded>

function inAll(editions: Editions, before: EditionCursor | undefined) {
  return editions
    .$if(before !== undefined, (q) =>
      q.where((e) => e(e.refTuple('edition.publishedAt', 'edition.id'), '<', e.tuple(before!.publishedAt, before!.id))),
    )
    .orderBy('edition.publishedAt', 'desc')
    .orderBy('edition.id', 'desc')
}

function inList(editions: Editions, { of, id }: List, language: Language, before: EditionCursor | undefined) {
  return editions
    .innerJoin('listing', 'listing.editionId', 'edition.id')
    .where('listing.list', '=', of)
    .where('listing.ofId', '=', id)
    .where('listing.language', '=', language)
    .$if(before !== undefined, (q) =>
      q.where((e) =>
        e(e.refTuple('listing.publishedAt', 'listing.editionId'), '<', e.tuple(before!.publishedAt, before!.id)),
      ),
    )
    .orderBy('listing.publishedAt', 'desc')
    .orderBy('listing.editionId', 'desc')
}

/** In which of some languages a list holds anything. */
export async function languagesWith(db: Reading, languages: readonly Language[], list: List): Promise<Language[]> {
  const found: Language[] = []
  for (const language of languages) {
    const some = listed(db, list).select('editionId').where('language', '=', language).limit(1)
    if (await some.executeTakeFirst()) found.push(language)
  }
  return found
}

/** The row of the edition that readers find at an address. */
export async function readableAt(db: Reading, language: Language, slug: string): Promise<EditionRow | undefined> {
  const [row] = await readable(db, { language, slug })
  return row
}

const readable = prepared((db: Looking, { language, slug }: { language: Language; slug: string }) =>
  worded(db, language).where('edition.state', 'in', READABLE).where('edition.slug', '=', slug),
)

/** An edition as readers would see a revision of it, or the latest; undefined where there is no such. */
export async function shownDraft(
  db: Reading,
  id: EditionId,
  number: number | undefined,
  at: number,
): Promise<ShownEdition | undefined> {
  const rows = await dressed(db.look())
    .innerJoin('revision', 'revision.editionId', 'edition.id')
    .select(WORDS)
    .select(['edition.publishedAt', 'edition.feedPath'])
    .where('edition.id', '=', id)
    .$if(number !== undefined, (q) => q.where('revision.number', '=', number!))
    .$if(number === undefined, (q) => q.whereRef('revision.id', '=', 'edition.latestId'))
    .execute()
  const drafts = rows.map((row) => ({
    ...row,
    reason: null,
    publishedAt: row.publishedAt ?? at,
    feedPath: row.feedPath ?? '',
  }))
  const [draft] = drafts[0] ? await shown(db, drafts[0].language, drafts) : []
  return draft
}

function worded(db: Looking, language: Language) {
  return dressed(db)
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select(WORDS)
    .select((e) => e.ref('edition.publishedAt').$notNull().as('publishedAt'))
    .select((e) => e.ref('edition.feedPath').$notNull().as('feedPath'))
    .where('edition.language', '=', language)
}

const WORDS = [
  'revision.title',
  'revision.standfirst',
  'revision.html',
  'revision.pictureAlt',
  'revision.pictureCaption',
] as const

/** What stands with an edition but its words. */
function dressed(db: Looking) {
  return db
    .selectFrom('edition')
    .innerJoin('article', 'article.id', 'edition.articleId')
    .leftJoin('picture', 'picture.id', 'article.pictureId')
    .leftJoin('pictureWords', (join) =>
      join.onRef('pictureWords.pictureId', '=', 'picture.id').onRef('pictureWords.language', '=', 'edition.language'),
    )
    .leftJoin('retraction', 'retraction.editionId', 'edition.id')
    .select(['edition.id', 'edition.articleId', 'edition.language', 'edition.slug', 'edition.changedAt'])
    .select('edition.unreviewed')
    .select(['article.sectionId', 'article.publishedAt as articlePublishedAt'])
    .select(['picture.hash', 'picture.width', 'picture.height', 'picture.credit', 'picture.focusX', 'picture.focusY'])
    .select(['pictureWords.alt as shelfAlt', 'pictureWords.caption as shelfCaption'])
    .select(['retraction.reason', 'retraction.at as retractedAt'])
}

export type EditionRow = Awaited<ReturnType<ReturnType<typeof worded>['execute']>>[number]

/** What is shown beside the words of editions, in a language. */
export async function shown(db: Reading, language: Language, rows: readonly EditionRow[]): Promise<ShownEdition[]> {
  if (rows.length === 0) return []
  const [rubrics, bylines] = await Promise.all([sections(db, language), bylinesOn(db, rows)])
  return rows.map((row) => ({
    article: { id: row.articleId, publishedAt: row.articlePublishedAt ?? row.publishedAt },
    edition: editionIn(row),
    section: rubrics.find(({ id }) => id === row.sectionId) ?? null,
    picture: pictureIn(row),
    bylines: bylines.get(row.id) ?? [],
  }))
}

function editionIn(row: EditionRow): ShownEdition['edition'] {
  const { id, language, slug, title, standfirst, html, publishedAt, changedAt, feedPath, unreviewed } = row
  const retraction =
    row.reason === null || row.retractedAt === null ? null : { reason: row.reason, at: row.retractedAt }
  const shown = retraction ? { standfirst: '', html: '' } : { standfirst, html }
  return { id, language, slug, title, ...shown, publishedAt, changedAt, feedPath, unreviewed, retraction }
}

function pictureIn(row: EditionRow): ShownEdition['picture'] {
  const { hash, width, height, reason } = row
  if (hash === null || width === null || height === null || reason !== null) return null
  const { credit, focusX, focusY } = row
  const said = {
    alt: row.pictureAlt || (row.shelfAlt ?? ''),
    caption: row.pictureCaption || row.shelfCaption || null,
    credit: credit ?? '',
    focusX: focusX ?? 50,
    focusY: focusY ?? 50,
  }
  return { ...pictureFiles({ hash, width, height }), ...said }
}
