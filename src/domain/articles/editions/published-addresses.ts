import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import type { ArticleTables } from '../tables.ts'

/** Where something published stands, as those who search the web are told; what a machine wrote and nobody has reviewed is not for them. */
export interface PublishedAddress {
  language: Language
  slug: string
  title: string
  publishedAt: number
  changedAt: number | null
}

/** The number of the last published edition; 0 where there is none. */
export async function lastPublished(db: Reading): Promise<number> {
  const editions = db.look<ArticleTables>().selectFrom('edition').select('id').where('state', '=', 'published')
  return (await editions.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
}

/** The published editions with numbers from one up to another. */
export function publishedBetween(db: Reading, from: number, to: number): Promise<PublishedAddress[]> {
  return addresses(db)
    .where('edition.id', '>=', from as never)
    .where('edition.id', '<', to as never)
    .orderBy('edition.id')
    .execute()
}

/** What was published since a moment, the newest first. */
export function publishedSince(db: Reading, at: number, limit: number): Promise<PublishedAddress[]> {
  return addresses(db)
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
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select(['edition.language', 'edition.slug', 'edition.changedAt', 'revision.title'])
    .select((e) => e.ref('edition.publishedAt').$notNull().as('publishedAt'))
    .where('edition.state', '=', 'published')
    .where('edition.unreviewed', '=', 0)
}
