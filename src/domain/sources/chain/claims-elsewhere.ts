import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type ArticleTables, READABLE } from '../../articles/index.ts'
import type { Claim, ClaimId } from '../claims/claim.ts'
import type { SourceTables } from '../tables.ts'
import type { ChainRelation } from './chain.ts'
import type { Spoken } from './spoken.ts'

type Tables = SourceTables & ArticleTables

/** A claim of another article, as a chain tells of it. */
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
  const [claims, words, places] = await Promise.all([claimsWithIds(db, ids), wordsOf(db, ids), placesOf(db, ids)])
  const [saidOf, placedOf] = [Map.groupBy(words, idOf), Map.groupBy(places, idOf)]
  return new Map(
    claims.map(({ id, ...claim }) => {
      const [said, place] = [saidOf.get(id), spoken(placedOf.get(id))]
      const here = place && said?.find(({ language }) => language === place.language)
      const gist = here?.gist || place?.exact || spoken(said)?.gist || ''
      return [id, { ...claim, gist, elsewhere: place ? addressed(place) : null }]
    }),
  )
}

function idOf({ claimId }: { claimId: ClaimId }): ClaimId {
  return claimId
}

type Place = Awaited<ReturnType<typeof placesOf>>[number]

function addressed({ language, slug, title, number }: Place): NonNullable<ChainRelation['elsewhere']> {
  return { language: language as Language, slug, title, number }
}

function claimsWithIds(db: Reading, ids: readonly ClaimId[]) {
  const claims = db.look<Tables>().selectFrom('claim').select(['id', 'key', 'status'])
  return claims.where('id', 'in', ids).orderBy('id').execute()
}

function wordsOf(db: Reading, ids: readonly ClaimId[]) {
  const words = db.look<Tables>().selectFrom('claimWords').select(['claimId', 'language', 'gist'])
  return words.where('claimId', 'in', ids).orderBy('claimId').orderBy('language').execute()
}

/** Where they are marked in what readers see, edition by edition. */
function placesOf(db: Reading, ids: readonly ClaimId[]) {
  return db
    .look<Tables>()
    .selectFrom('claim')
    .innerJoin('edition', 'edition.articleId', 'claim.articleId')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .innerJoin('anchor', (join) =>
      join.onRef('anchor.revisionId', '=', 'edition.revisionId').onRef('anchor.key', '=', 'claim.key'),
    )
    .select(['claim.id as claimId', 'edition.language', 'edition.slug', 'revision.title'])
    .select(['anchor.number', 'anchor.exact'])
    .where('claim.id', 'in', ids)
    .where('edition.state', 'in', READABLE)
    .where('anchor.kind', '=', 'claim')
    .where('anchor.state', '=', 'marked')
    .orderBy('claim.id')
    .orderBy('edition.id')
    .orderBy('anchor.place')
    .execute()
}
