import type { Language } from '../../../../kit/language.ts'
import type { Reading } from '../../../../store/index.ts'
import type { ArticleTables } from '../../tables.ts'

/** Where something published stands, as those who search the web are told; what a machine wrote and nobody has reviewed is not for them. */
export interface PublishedAddress {
  language: Language
  slug: string
  publishedAt: number
  changedAt: number | null
}

export interface PublishedNews extends PublishedAddress {
  title: string
}

/** The number of the last published edition; 0 where there is none. */
export async function lastPublished(db: Reading): Promise<number> {
  const listed = db.look<ArticleTables>().selectFrom('listing').select('editionId').orderBy('editionId', 'desc')
  return (await listed.limit(1).executeTakeFirst())?.editionId ?? 0
}

/** The published editions with numbers from one up to another. @NOTE a question that asks for a state, too, may be answered by all that are in it. */
export async function publishedBetween(db: Reading, from: number, to: number): Promise<PublishedAddress[]> {
  const editions = await addresses(db)
    .select('edition.state')
    .where('edition.id', '>=', from as never)
    .where('edition.id', '<', to as never)
    .orderBy('edition.id')
    .execute()
  return editions.filter(({ state }) => state === 'published')
}

/** What was published since a moment, the newest first. */
export function publishedSince(db: Reading, at: number, limit: number): Promise<PublishedNews[]> {
  return addresses(db)
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select('revision.title')
    .where('edition.state', '=', 'published')
    .where('edition.publishedAt', '>=', at)
    .orderBy('edition.publishedAt', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(limit)
    .execute()
}

function addresses(db: Reading) {
  return db
    .look<ArticleTables>()
    .selectFrom('edition')
    .select(['edition.language', 'edition.slug', 'edition.changedAt'])
    .select((e) => e.ref('edition.publishedAt').$notNull().as('publishedAt'))
    .where('edition.unreviewed', '=', 0)
}
