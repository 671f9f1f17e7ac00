import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type ArticleTables, READABLE } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import type { ClaimId } from './claim.ts'

/** The claim that an edition which readers see notes under a number; undefined where it notes none. */
export async function claimNoted(
  db: Reading,
  { language, slug, number }: { language: Language; slug: string; number: number },
): Promise<ClaimId | undefined> {
  const row = await db
    .look<SourceTables & ArticleTables>()
    .selectFrom('edition')
    .innerJoin('anchor', 'anchor.revisionId', 'edition.revisionId')
    .innerJoin('claim', (join) =>
      join.onRef('claim.articleId', '=', 'edition.articleId').onRef('claim.key', '=', 'anchor.key'),
    )
    .select('claim.id')
    .where('edition.language', '=', language)
    .where('edition.slug', '=', slug)
    .where('edition.state', 'in', READABLE)
    .where('anchor.kind', '=', 'claim')
    .where('anchor.number', '=', number)
    .where('anchor.state', '=', 'marked')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
