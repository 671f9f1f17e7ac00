import type { Reading } from '../../../../store/index.ts'
import type { ArticleTables } from '../../tables.ts'

/** Pages in which a publication says how it works, by their slugs, and what schema.org calls them. Sources: the Trust Project's indicators; JTI, CWA 17493, clauses 10 and 12. */
export const POLICY_PAGES = {
  'unnamed-sources': 'unnamedSourcesPolicy',
  'corrections-policy': 'correctionsPolicy',
  verification: 'verificationFactCheckingPolicy',
} as const

export type PolicyPage = keyof typeof POLICY_PAGES

/** Those of them that there are. */
export async function policyPages(db: Reading): Promise<PolicyPage[]> {
  const known = Object.keys(POLICY_PAGES) as PolicyPage[]
  const pages = db.look<ArticleTables>().selectFrom('staticPage').select('slug').where('slug', 'in', known)
  const slugs = (await pages.execute()).map(({ slug }) => slug)
  return known.filter((slug) => slugs.includes(slug))
}
