import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type ArticleId, type ArticleTables, type EditionId, READABLE } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import type { Correction, CorrectionId, CorrectionWords } from './correction.ts'

/** A correction in the words of one edition. */
export type ShownCorrection = Omit<Correction, 'byId'> & CorrectionWords

/** One with the place of its article. */
export interface PlacedCorrection extends ShownCorrection {
  language: Language
  slug: string
  title: string
}

/** More are not shown of one edition. */
const MOST_OF_EDITION = 100

/** What was corrected in an edition, the latest first. */
export function correctionsOf(db: Reading, editionId: EditionId): Promise<ShownCorrection[]> {
  return worded(db)
    .where('correctionWords.editionId', '=', editionId)
    .orderBy('correction.id', 'desc')
    .limit(MOST_OF_EDITION)
    .execute()
}

/** The same of several editions; a bounded list. */
export async function correctionsOfEach(
  db: Reading,
  editionIds: readonly EditionId[],
): Promise<Map<EditionId, ShownCorrection[]>> {
  if (editionIds.length === 0) return new Map()
  const rows = await worded(db)
    .where('correctionWords.editionId', 'in', editionIds)
    .orderBy('correction.id', 'desc')
    .limit(MOST_OF_EDITION * editionIds.length)
    .execute()
  return Map.groupBy(rows, (row) => row.editionId)
}

/** Everything that was corrected in a language, the latest first, below a cursor. */
export function correctionsIn(
  db: Reading,
  language: Language,
  before: CorrectionId | undefined,
  limit: number,
): Promise<PlacedCorrection[]> {
  return placed(db)
    .where('edition.language', '=', language)
    .where('edition.state', 'in', READABLE)
    .$if(before !== undefined, (q) => q.where('correction.id', '<', before!))
    .orderBy('correction.id', 'desc')
    .limit(limit)
    .execute()
}

/** What was corrected in an article, edition by edition, the latest first. */
export function correctionsOfArticle(db: Reading, articleId: ArticleId): Promise<PlacedCorrection[]> {
  return placed(db)
    .where('correction.articleId', '=', articleId)
    .orderBy('correction.id', 'desc')
    .orderBy('correctionWords.editionId')
    .limit(MOST_OF_EDITION)
    .execute()
}

/** A correction in every edition that it concerns. */
export function correctionById(db: Reading, id: CorrectionId): Promise<PlacedCorrection[]> {
  return placed(db).where('correction.id', '=', id).orderBy('correctionWords.editionId').execute()
}

/** Who made it; null where nobody is named any more. */
export async function correctionMadeBy(db: Reading, id: CorrectionId): Promise<Correction['byId']> {
  const corrections = db.look<SourceTables>().selectFrom('correction').select('byId')
  return (await corrections.where('id', '=', id).executeTakeFirst())?.byId ?? null
}

function worded(db: Reading) {
  return db
    .look<SourceTables & ArticleTables>()
    .selectFrom('correctionWords')
    .innerJoin('correction', 'correction.id', 'correctionWords.correctionId')
    .select(['correction.id', 'correction.articleId', 'correction.claimId', 'correction.weight'])
    .select(['correction.since', 'correction.at'])
    .select(['correctionWords.editionId', 'correctionWords.wrong', 'correctionWords.right'])
}

function placed(db: Reading) {
  return worded(db)
    .innerJoin('edition', 'edition.id', 'correctionWords.editionId')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select(['edition.language', 'edition.slug', 'revision.title'])
}
