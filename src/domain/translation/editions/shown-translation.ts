import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type ArticleTables, type EditionId, isReadable } from '../../articles/index.ts'
import type { PersonTables } from '../../people/index.ts'
import type { EditionTables } from './tables.ts'

type Tables = EditionTables & ArticleTables & PersonTables

/** More names are not told. */
const MOST_NAMED = 8

/** What readers are told of a translation. */
export interface ShownTranslation {
  originalLanguage: Language
  /** Null where readers do not find it. */
  original: { language: Language; slug: string } | null
  /** Who wrote its paragraphs, and who has read them against the original. */
  translators: string[]
  reviewers: string[]
}

/** Of which edition one is a translation, and whose work that is; null for an original. */
export async function shownTranslation(db: Reading, editionId: EditionId): Promise<ShownTranslation | null> {
  const original = await db
    .look<Tables>()
    .selectFrom('translation')
    .innerJoin('edition', 'edition.id', 'translation.originalId')
    .select(['edition.language', 'edition.slug', 'edition.state'])
    .where('translation.editionId', '=', editionId)
    .executeTakeFirst()
  if (!original) return null
  const { language, slug } = original
  const [translators, reviewers] = [
    await namesIn(db, editionId, 'translatedParagraph.byId'),
    await namesIn(db, editionId, 'translatedParagraph.reviewedById'),
  ]
  return {
    originalLanguage: language,
    original: isReadable(original) ? { language, slug } : null,
    translators,
    reviewers,
  }
}

async function namesIn(
  db: Reading,
  editionId: EditionId,
  column: 'translatedParagraph.byId' | 'translatedParagraph.reviewedById',
): Promise<string[]> {
  const people = await db
    .look<Tables>()
    .selectFrom('translatedParagraph')
    .innerJoin('person', 'person.id', column)
    .select(['person.id', 'person.name'])
    .distinct()
    .where('translatedParagraph.editionId', '=', editionId)
    .orderBy('person.id')
    .limit(MOST_NAMED)
    .execute()
  return people.map(({ name }) => name)
}
