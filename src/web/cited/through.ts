import { editionForEach } from '../../domain/articles/index.ts'
import { type ClaimThrough, saidThrough, type Through, type ThroughOften } from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'

/** Claims that came through somebody, each with where it can be read. */
export interface ThroughShown {
  often: ThroughOften
  claims: readonly (ClaimThrough & { article: { language: string; slug: string; title: string } | undefined })[]
}

export async function throughShown(db: Reading, through: Through, language: Language): Promise<ThroughShown> {
  const { often, claims } = await saidThrough(db, through, language)
  const articleIds = [...new Set(claims.map(({ articleId }) => articleId))]
  const editions = await editionForEach(db, articleIds, language)
  return { often, claims: claims.map((claim) => ({ ...claim, article: editions.get(claim.articleId) })) }
}
