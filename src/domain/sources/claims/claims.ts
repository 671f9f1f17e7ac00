import type { Kysely } from 'kysely'
import { prepared, type Reading, type Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import type { Claim, ClaimId, ClaimRelation } from './claim.ts'

/** The claims of an article, in the order in which they were begun. */
export function claimsOf(db: Reading, articleId: ArticleId): Promise<Claim[]> {
  const claims = db.look<SourceTables>().selectFrom('claim').selectAll()
  return claims.where('articleId', '=', articleId).orderBy('id').execute()
}

export function claimWithId(db: Reading, id: ClaimId): Promise<Claim | undefined> {
  return db.look<SourceTables>().selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A claim as it is when nothing is known of it but that it was made. */
export function unsaid(articleId: ArticleId, key: string, at: number): Omit<Claim, 'id'> {
  return { articleId, key, kind: 'fact', status: 'reported', statusAt: at }
}

/** Begins the claims that a text marks and that there are none of yet. */
export async function beginMarkedClaims(
  tx: Writing,
  articleId: ArticleId,
  keys: readonly string[],
  at: number,
): Promise<void> {
  if (keys.length === 0) return
  const known = new Set((await claimsOf(tx, articleId)).map(({ key }) => key))
  const rows = keys.filter((key) => !known.has(key)).map((key) => unsaid(articleId, key, at))
  if (rows.length === 0) return
  const insert = tx.change<SourceTables>().insertInto('claim').values(rows)
  await insert.onConflict((c) => c.columns(['articleId', 'key']).doNothing()).execute()
}

/** How claims of an article stand to others, and others to them. @NOTE asked in two halves: where either end may be meant, a database may look through every relation there is. */
export function relationsOf(db: Reading, articleId: ArticleId): Promise<ClaimRelation[]> {
  return relationsUnder(db, { articleId })
}

const relationsUnder = prepared(
  (db: Pick<Kysely<SourceTables>, 'selectFrom'>, { articleId }: { articleId: ArticleId }) => {
    const at = (end: 'fromId' | 'toId') =>
      db
        .selectFrom('claimRelation')
        .innerJoin('claim', 'claim.id', `claimRelation.${end}`)
        .selectAll('claimRelation')
        .where('claim.articleId', '=', articleId)
    return at('fromId').union(at('toId')).orderBy('fromId').orderBy('toId').orderBy('type')
  },
)
