import type { Language } from '../../../../kit/language.ts'
import type { Reading } from '../../../../store/index.ts'
import type { ArticleId } from '../../article.ts'
import type { Tag } from '../../tags/tag.ts'
import { tagsOn } from '../../tags/tags.ts'
import type { EditionId } from '../edition.ts'
import { editionsOf } from '../editions.ts'
import { type FurtherArticle, furtherReading } from './further-reading.ts'
import { type ShownSharing, sharingOf } from './sharing.ts'
import { type EditionRow, readableAt, type ShownEdition, shown } from './shown-editions.ts'

/** An edition with its sisters. */
export interface EditionPage extends ShownEdition {
  /** All published editions of the article, this one among them, the first published first. */
  editions: Awaited<ReturnType<typeof editionsOf>>
  tags: readonly Tag[]
  /** What to read next. */
  further: readonly FurtherArticle[]
  /** How it is found and shared, where that is not as it is written. */
  sharing: ShownSharing | undefined
}

/** An edition at an address. What its page shows is read when it is asked for, beside whatever else is asked about it. */
export interface FoundEdition {
  id: EditionId
  articleId: ArticleId
  isRetracted: boolean
  page(): Promise<EditionPage>
}

/** Whether readers find an edition at an address; undefined where nothing is published. */
export async function editionFound(db: Reading, language: Language, slug: string): Promise<FoundEdition | undefined> {
  const row = await readableAt(db, language, slug)
  if (!row) return
  const { id, articleId, reason } = row
  return { id, articleId, isRetracted: reason !== null, page: () => pageOf(db, language, row) }
}

/** Everything of this part that the page at an address shows; undefined where nothing is published. */
export async function editionPage(db: Reading, language: Language, slug: string): Promise<EditionPage | undefined> {
  return (await editionFound(db, language, slug))?.page()
}

async function pageOf(db: Reading, language: Language, row: EditionRow): Promise<EditionPage> {
  const [[edition], editions, tags, further, sharing] = await Promise.all([
    shown(db, language, [row]),
    editionsOf(db, row.articleId),
    tagsOn(db, row.articleId, language),
    furtherReading(db, row),
    sharingOf(db, row),
  ])
  return { ...edition!, editions, tags, further, sharing }
}
