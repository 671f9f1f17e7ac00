import type { Reading, Writing } from '../../../store/index.ts'
import { type ArticleId, articleChanged, publicationChanged } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import type { ClaimId } from './claim.ts'

/** Beyond so many all pages are made anew. */
const MOST_NOTED = 200

/** Has the pages of other articles made anew that say how claims of theirs stand to claims of this one. */
export async function noteCiting(tx: Writing, articleId: ArticleId, at: number): Promise<void> {
  const citing = await articlesCiting(tx, articleId, MOST_NOTED + 1)
  if (citing.length > MOST_NOTED) tx.note(publicationChanged, { at })
  else for (const id of citing) tx.note(articleChanged, { about: id, articleId: id, at })
}

/** Other articles of which a claim stands in some way to a claim of this one, in either direction; the first of them. */
export function articlesCiting(db: Reading, articleId: ArticleId, limit: number): Promise<ArticleId[]> {
  return inEitherDirection((own, other) => related(db, own, other).where('claim.articleId', '=', articleId), limit)
}

/** Those of which a claim stands in some way to this very claim. */
export function articlesCitingClaim(db: Reading, claimId: ClaimId, limit: number): Promise<ArticleId[]> {
  return inEitherDirection((own, other) => related(db, own, other).where('claim.id', '=', claimId), limit)
}

type End = 'fromId' | 'toId'

function related(db: Reading, own: End, others: End) {
  return db
    .look<SourceTables>()
    .selectFrom('claim')
    .innerJoin('claimRelation', `claimRelation.${own}`, 'claim.id')
    .innerJoin('claim as other', 'other.id', `claimRelation.${others}`)
    .select('other.articleId')
    .distinct()
    .whereRef('other.articleId', '!=', 'claim.articleId')
    .orderBy('other.articleId')
}

async function inEitherDirection(
  rows: (own: End, other: End) => ReturnType<typeof related>,
  limit: number,
): Promise<ArticleId[]> {
  const said = await rows('fromId', 'toId').limit(limit).execute()
  const saidBy = await rows('toId', 'fromId').limit(limit).execute()
  return [...new Set([...said, ...saidBy].map(({ articleId }) => articleId))].slice(0, limit)
}
