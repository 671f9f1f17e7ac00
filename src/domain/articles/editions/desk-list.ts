import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import type { PersonTables } from '../../people/index.ts'
import type { ArticleTables } from '../tables.ts'
import type { Edition, EditionState } from './edition.ts'

type Tables = ArticleTables & PersonTables

/** An edition as the desk lists it. */
export interface DeskEdition
  extends Pick<
    Edition,
    | 'id'
    | 'articleId'
    | 'language'
    | 'slug'
    | 'state'
    | 'publishedAt'
    | 'takenOffAt'
    | 'savedAt'
    | 'revisionId'
    | 'latestId'
  > {
  title: string
  /** Who saved it last; null where nobody did at the desk. */
  by: string | null
}

/** Below which the list goes on. */
export type DeskCursor = Pick<Edition, 'savedAt' | 'id'>

export interface DeskWanted {
  state?: EditionState | undefined
  language?: Language | undefined
  before?: DeskCursor | undefined
}

/** What is at the desk in any state, the last saved first, below a cursor. */
export async function deskEditions(
  db: Reading,
  { state, language, before }: DeskWanted,
  limit: number,
): Promise<DeskEdition[]> {
  return db
    .look<Tables>()
    .selectFrom('edition')
    .leftJoin('revision', 'revision.id', 'edition.latestId')
    .leftJoin('person', 'person.id', 'revision.byId')
    .select(['edition.id', 'edition.articleId', 'edition.language', 'edition.slug', 'edition.state'])
    .select(['edition.publishedAt', 'edition.takenOffAt', 'edition.savedAt', 'edition.revisionId', 'edition.latestId'])
    .select((e) => e.fn.coalesce('revision.title', e.val('')).as('title'))
    .select('person.name as by')
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('deletion').select('deletion.id').whereRef('deletion.articleId', '=', 'edition.articleId'),
        ),
      ),
    )
    .$if(state !== undefined, (q) => q.where('edition.state', '=', state!))
    .$if(language !== undefined, (q) => q.where('edition.language', '=', language!))
    .$if(before !== undefined, (q) =>
      q.where((e) => e(e.refTuple('edition.savedAt', 'edition.id'), '<', e.tuple(before!.savedAt, before!.id))),
    )
    .orderBy('edition.savedAt', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(limit)
    .execute()
}
