import type { Language } from '../../../../kit/language.ts'
import type { Reading } from '../../../../store/index.ts'
import type { Tag } from '../../tags/tag.ts'
import { tagsOn } from '../../tags/tags.ts'
import { editionsOf } from '../editions.ts'
import { type FurtherArticle, furtherReading } from './further-reading.ts'
import { type ShownSharing, sharingOf } from './sharing.ts'
import { type ShownEdition, shownAt } from './shown-editions.ts'

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

/** Everything of this part that the page at an address shows; undefined where nothing is published. */
export async function editionPage(db: Reading, language: Language, slug: string): Promise<EditionPage | undefined> {
  const shown = await shownAt(db, language, slug)
  if (!shown) return
  const { article, edition, section } = shown
  const standing = { ...edition, articleId: article.id, sectionId: section?.id ?? null }
  const [editions, tags, further, sharing] = await Promise.all([
    editionsOf(db, article.id),
    tagsOn(db, article.id, language),
    furtherReading(db, standing),
    sharingOf(db, edition),
  ])
  return { ...shown, editions, tags, further, sharing }
}
