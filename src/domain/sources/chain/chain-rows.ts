import type { Kysely } from 'kysely'
import { prepared, type Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonTables } from '../../people/index.ts'
import { claimsOf, relationsOf } from '../claims/claims.ts'
import { quotesOf } from '../quotes/quotes.ts'
import type { SourceTables } from '../tables.ts'

type Looking = Pick<Kysely<SourceTables & PersonTables>, 'selectFrom'>
type Asked = { articleId: ArticleId }

/** Everything that is kept of an article's claims and quotes, row by row. */
export async function chainRows(db: Reading, articleId: ArticleId) {
  const asked = { articleId }
  const [claims, quotes, hops, relations, gists, descriptors, renderings] = await Promise.all([
    claimsOf(db, articleId),
    quotesOf(db, articleId),
    hopsOf(db, asked),
    relationsOf(db, articleId),
    claimWordsOf(db, asked),
    hopWordsOf(db, asked),
    quoteWordsOf(db, asked),
  ])
  return { claims, quotes, hops, relations, gists, descriptors, renderings }
}

export type ChainRows = Awaited<ReturnType<typeof chainRows>>

const hopsOf = prepared((db: Looking, { articleId }: Asked) =>
  db
    .selectFrom('hop')
    .innerJoin('claim', 'claim.id', 'hop.claimId')
    .leftJoin('person', 'person.id', 'hop.proposedById')
    .selectAll('hop')
    .select('person.name as thanks')
    .where('claim.articleId', '=', articleId)
    .orderBy('hop.claimId')
    .orderBy('hop.position'),
)

const claimWordsOf = prepared((db: Looking, { articleId }: Asked) =>
  db
    .selectFrom('claimWords')
    .innerJoin('claim', 'claim.id', 'claimWords.claimId')
    .selectAll('claimWords')
    .where('claim.articleId', '=', articleId)
    .orderBy('claimWords.claimId')
    .orderBy('claimWords.language'),
)

const hopWordsOf = prepared((db: Looking, { articleId }: Asked) =>
  db
    .selectFrom('hopWords')
    .innerJoin('hop', 'hop.id', 'hopWords.hopId')
    .innerJoin('claim', 'claim.id', 'hop.claimId')
    .selectAll('hopWords')
    .where('claim.articleId', '=', articleId)
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
