import type { Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { quotesOf } from '../quotes/quotes.ts'
import type { SourceTables } from '../tables.ts'
import { claimsOf, relationsOf } from './claims.ts'
import { hopsOfClaims } from './hops.ts'
import type { FiledClaim, FiledQuote } from './save-claims.ts'

/** An article's claims and quotes as a file has them; as many as its texts mark. */
export async function filedClaims(
  db: Reading,
  articleId: ArticleId,
): Promise<{ claims: FiledClaim[]; quotes: FiledQuote[] }> {
  const [claims, quotes] = [await claimsOf(db, articleId), await quotesOf(db, articleId)]
  const ids = claims.map(({ id }) => id)
  const [hops, relations, said, rendered] = [
    Map.groupBy(await hopsOfClaims(db, ids), ({ claimId }) => claimId),
    await relationsOf(db, articleId),
    await wordsOf(db, ids),
    await renderingsOf(
      db,
      quotes.map(({ id }) => id),
    ),
  ]
  const keys = new Map(claims.map(({ id, key }) => [id, key]))
  const filed: FiledClaim[] = []
  for (const { id, key, kind, status } of claims) {
    const own = relations.filter(({ fromId }) => fromId === id)
    filed.push({
      key,
      kind,
      status,
      hops: (hops.get(id) ?? []).map(({ id: _id, claimId: _of, position: _at, ...draft }) => draft),
      words: said.filter(({ claimId }) => claimId === id).map(({ claimId: _, ...words }) => words),
      relations: own.flatMap(({ toId, type }) => (keys.has(toId) ? [{ type, to: keys.get(toId)! }] : [])),
    })
  }
  return {
    claims: filed,
    quotes: quotes.map(({ id, articleId: _, ...quote }) => ({
      ...quote,
      words: rendered.filter(({ quoteId }) => quoteId === id).map(({ quoteId: _of, ...words }) => words),
    })),
  }
}

function wordsOf(db: Reading, ids: readonly SourceTables['claimWords']['claimId'][]) {
  if (ids.length === 0) return []
  const words = db.look<SourceTables>().selectFrom('claimWords').selectAll().where('claimId', 'in', ids)
  return words.orderBy('claimId').orderBy('language').execute()
}

function renderingsOf(db: Reading, ids: readonly SourceTables['quoteWords']['quoteId'][]) {
  if (ids.length === 0) return []
  const words = db.look<SourceTables>().selectFrom('quoteWords').selectAll().where('quoteId', 'in', ids)
  return words.orderBy('quoteId').orderBy('language').execute()
}
