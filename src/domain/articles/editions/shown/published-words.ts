import type { Language } from '../../../../kit/language.ts'
import type { Reading } from '../../../../store/index.ts'
import type { ArticleTables } from '../../tables.ts'
import { type EditionId, READABLE } from '../edition.ts'

/** What readers find in an edition, without any marks. */
export interface PublishedWords {
  id: EditionId
  language: Language
  slug: string
  title: string
  standfirst: string
  plain: string
}

/** The words of published editions in some languages, those that were begun last first, below one. */
export async function publishedWords(
  db: Reading,
  { languages, before }: { languages: readonly Language[]; before?: EditionId | undefined },
  limit: number,
): Promise<PublishedWords[]> {
  if (languages.length === 0) return []
  return db
    .look<ArticleTables>()
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select([
      'edition.id',
      'edition.language',
      'edition.slug',
      'revision.title',
      'revision.standfirst',
      'revision.plain',
    ])
    .where('edition.state', 'in', READABLE)
    .where('edition.language', 'in', languages)
    .$if(before !== undefined, (q) => q.where('edition.id', '<', before!))
    .orderBy('edition.id', 'desc')
    .limit(limit)
    .execute()
}
