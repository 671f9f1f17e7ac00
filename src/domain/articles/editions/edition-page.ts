import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { editionsOf } from './editions.ts'
import { type ShownEdition, shownAt } from './shown-editions.ts'

/** An edition with its sisters. */
export interface EditionPage extends ShownEdition {
  /** All published editions of the article, this one among them, the first published first. */
  editions: Awaited<ReturnType<typeof editionsOf>>
}

/** Everything of this part that the page at an address shows; undefined where nothing is published. */
export async function editionPage(db: Reading, language: Language, slug: string): Promise<EditionPage | undefined> {
  const shown = await shownAt(db, language, slug)
  return shown && { ...shown, editions: await editionsOf(db, shown.article.id) }
}
