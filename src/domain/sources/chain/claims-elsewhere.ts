import type { Reading } from '../../../store/index.ts'
import { type ArticleId, type ArticleTables, READABLE } from '../../articles/index.ts'
import type { Claim, ClaimId } from '../claims/claim.ts'
import type { SourceTables } from '../tables.ts'
import type { ChainRelation } from './chain.ts'
import type { Spoken } from './spoken.ts'

type Tables = SourceTables & ArticleTables

/** A claim as it is told of beside its own article. */
export interface ClaimElsewhere extends Pick<Claim, 'key' | 'status'> {
  gist: string
  elsewhere: ChainRelation['elsewhere']
}

/** These claims, each where readers of a language find it; a bounded list. */
export async function claimsElsewhere(
  db: Reading,
  ids: readonly ClaimId[],
  spoken: Spoken,
): Promise<Map<ClaimId, ClaimElsewhere>> {
  if (ids.length === 0) return new Map()
  const [claims, words] = await Promise.all([claimsWithIds(db, ids), wordsOf(db, ids)])
  const places = await placesOf(db, claims)
  const [saidOf, placedOf] = [Map.groupBy(words, idOf), Map.groupBy(places, idOf)]
  return new Map(
    claims.map(({ id, key, status }) => {
      const [said, place] = [saidOf.get(id), spoken(placedOf.get(id))]
      const here = place && said?.find(({ language }) => language === place.language)
      const gist = here?.gist || place?.exact || spoken(said)?.gist || ''
      return [id, { key, status, gist, elsewhere: place ? addressed(place) : null }]
    }),
  )
}

function idOf({ claimId }: { claimId: ClaimId }): ClaimId {
  return claimId
}

type PlaceOfMark = Awaited<ReturnType<typeof placesOf>>[number]

function addressed({ language, slug, title, number }: PlaceOfMark): NonNullable<ChainRelation['elsewhere']> {
  return { language, slug, title, number }
}

function claimsWithIds(db: Reading, ids: readonly ClaimId[]) {
  const claims = db.look<Tables>().selectFrom('claim').select(['id', 'articleId', 'key', 'status'])
  return claims.where('id', 'in', ids).orderBy('id').execute()
}

function wordsOf(db: Reading, ids: readonly ClaimId[]) {
  const words = db.look<Tables>().selectFrom('claimWords').select(['claimId', 'language', 'gist'])
  return words.where('claimId', 'in', ids).orderBy('claimId').orderBy('language').execute()
}

/** Where they are marked in what readers see, edition by edition. @NOTE asked for step by step: a database may begin a join of all with everything that is published. */
async function placesOf(db: Reading, claims: readonly Pick<Claim, 'id' | 'articleId' | 'key'>[]) {
  const keyed = Map.groupBy(claims, ({ articleId, key }) => `${articleId} ${key}`)
  const editions = await editionsInSight(
    db,
    claims.map(({ articleId }) => articleId),
  )
  if (editions.length === 0) return []
  const anchors = await db
    .look<Tables>()
    .selectFrom('anchor')
    .select(['editionId', 'key', 'number', 'exact'])
    .where(
      'revisionId',
      'in',
      editions.map(({ revisionId }) => revisionId!),
    )
    .where('kind', '=', 'claim')
    .where('key', 'in', [...new Set(claims.map(({ key }) => key))])
    .where('state', '=', 'marked')
    .orderBy('place')
    .execute()
  const marked = Map.groupBy(anchors, ({ editionId }) => editionId)
  return editions.flatMap(({ id, articleId, language, slug, title }) =>
    (marked.get(id) ?? []).flatMap(({ key, number, exact }) =>
      (keyed.get(`${articleId} ${key}`) ?? []).map((claim) => {
        return { claimId: claim.id, language, slug, title, number, exact }
      }),
    ),
  )
}

function editionsInSight(db: Reading, articleIds: readonly ArticleId[]) {
  return db
    .look<Tables>()
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select(['edition.id', 'edition.articleId', 'edition.language', 'edition.slug', 'edition.revisionId'])
    .select('revision.title')
    .where('edition.articleId', 'in', [...new Set(articleIds)])
    .where('edition.state', 'in', READABLE)
    .orderBy('edition.id')
    .execute()
}
