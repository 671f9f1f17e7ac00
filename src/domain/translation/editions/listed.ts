import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import type { ArticleId, ArticleTables, DeskCursor, EditionId, EditionState } from '../../articles/index.ts'
import type { EditionTables } from './tables.ts'

type Tables = EditionTables & ArticleTables

/** A translation as the desk lists it. */
export interface ListedTranslation {
  id: EditionId
  language: Language
  state: EditionState
  savedAt: number
  /** As it is called, or its original where it has no title. */
  title: string
  from: Language
}

/** The translations into some languages, or into all, the last saved first, below a cursor. */
export async function translationsListed(
  db: Reading,
  languages: readonly Language[] | undefined,
  before: DeskCursor | undefined,
  limit: number,
): Promise<ListedTranslation[]> {
  if (languages?.length === 0) return []
  return db
    .look<Tables>()
    .selectFrom('translation')
    .innerJoin('edition', 'edition.id', 'translation.editionId')
    .innerJoin('edition as source', 'source.id', 'translation.originalId')
    .leftJoin('revision', 'revision.id', 'edition.latestId')
    .leftJoin('revision as written', 'written.id', 'source.revisionId')
    .select(['edition.id', 'edition.language', 'edition.state', 'edition.savedAt', 'source.language as from'])
    .select((e) =>
      e.fn
        .coalesce(e.fn('nullif', ['revision.title', e.val('')]), 'written.title', e.val(''))
        .$castTo<string>()
        .as('title'),
    )
    .$if(languages !== undefined, (q) => q.where('edition.language', 'in', [...languages!]))
    .$if(before !== undefined, (q) =>
      q.where((e) => e(e.refTuple('edition.savedAt', 'edition.id'), '<', e.tuple(before!.savedAt, before!.id))),
    )
    .orderBy('edition.savedAt', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(limit)
    .execute()
}

/** A published article, and the languages in which it has an edition in any state. */
export interface Translatable {
  articleId: ArticleId
  originalId: EditionId
  language: Language
  title: string
  languages: Language[]
}

/** The articles that were published last, each by an edition that translates none. */
export async function translatable(db: Reading, limit: number): Promise<Translatable[]> {
  const originals = await db
    .look<Tables>()
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .leftJoin('translation', 'translation.editionId', 'edition.id')
    .select(['edition.articleId', 'edition.id as originalId', 'edition.language', 'revision.title'])
    .where('edition.state', '=', 'published')
    .where('translation.id', 'is', null)
    .orderBy('edition.publishedAt', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(limit)
    .execute()
  const firsts = [...new Map(originals.toReversed().map((one) => [one.articleId, one])).values()].toReversed()
  if (firsts.length === 0) return []
  const all = await db
    .look<Tables>()
    .selectFrom('edition')
    .select(['articleId', 'language'])
    .where(
      'articleId',
      'in',
      firsts.map(({ articleId }) => articleId),
    )
    .execute()
  return firsts.map((one) => ({
    ...one,
    languages: all.filter(({ articleId }) => articleId === one.articleId).map(({ language }) => language),
  }))
}
