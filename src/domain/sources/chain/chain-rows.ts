import type { Kysely } from 'kysely'
import { padded, prepared, type Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonTables } from '../../people/index.ts'
import type { ClaimId } from '../claims/claim.ts'
import { claimsOf, relationsOf } from '../claims/claims.ts'
import { quotesOf } from '../quotes/quotes.ts'
import type { SourceTables } from '../tables.ts'

type Looking = Pick<Kysely<SourceTables & PersonTables>, 'selectFrom'>
type Asked = { articleId: ArticleId }
type OfClaims = { ids: readonly ClaimId[] }

/** Everything that is kept of an article's claims and quotes, row by row. */
export async function chainRows(db: Reading, articleId: ArticleId) {
  const asked = { articleId }
  const [{ claims, ...ofClaims }, quotes, relations, renderings] = await Promise.all([
    claimRows(db, articleId),
    quotesOf(db, articleId),
    relationsOf(db, articleId),
    quoteWordsOf(db, asked),
  ])
  return { claims, ...ofClaims, quotes, relations, renderings }
}

/** @NOTE by the numbers of the claims: of an article with many more of them than others have, a database that plans by averages would look through the steps of all. */
async function claimRows(db: Reading, articleId: ArticleId) {
  const claims = await claimsOf(db, articleId)
  if (claims.length === 0) return { claims, hops: [], gists: [], descriptors: [] }
  const ids = padded(claims.map(({ id }) => id))
  const [hops, gists, descriptors] = await Promise.all([
    hopsOf(db, { ids }),
    claimWordsOf(db, { ids }),
    hopWordsOf(db, { ids }),
  ])
  return { claims, hops, gists, descriptors }
}

export type ChainRows = Awaited<ReturnType<typeof chainRows>>

const hopsOf = prepared((db: Looking, { ids }: OfClaims) =>
  db
    .selectFrom('hop')
    .leftJoin('person', 'person.id', 'hop.proposedById')
    .selectAll('hop')
    .select('person.name as thanks')
    .where('hop.claimId', 'in', ids)
    .orderBy('hop.claimId')
    .orderBy('hop.position'),
)

const claimWordsOf = prepared((db: Looking, { ids }: OfClaims) =>
  db.selectFrom('claimWords').selectAll().where('claimId', 'in', ids).orderBy('claimId').orderBy('language'),
)

const hopWordsOf = prepared((db: Looking, { ids }: OfClaims) =>
  db
    .selectFrom('hopWords')
    .innerJoin('hop', 'hop.id', 'hopWords.hopId')
    .selectAll('hopWords')
    .where('hop.claimId', 'in', ids)
    .orderBy('hopWords.hopId')
    .orderBy('hopWords.language'),
)

const quoteWordsOf = prepared((db: Looking, { articleId }: Asked) =>
  db
    .selectFrom('quoteWords')
    .innerJoin('quote', 'quote.id', 'quoteWords.quoteId')
    .selectAll('quoteWords')
    .where('quote.articleId', '=', articleId)
    .orderBy('quoteWords.quoteId')
    .orderBy('quoteWords.language'),
)
