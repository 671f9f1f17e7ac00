import { paths } from '../../addresses/paths.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import type { ArticleId } from './article.ts'
import type { Edition } from './editions/edition.ts'
import { articleHolding, editionsAtDesk } from './editions/editions.ts'
import { articleChanged } from './events.ts'
import type { ArticleTables } from './tables.ts'

/** As many an article leads to by hand. */
export const MOST_RELATED = 6

/** The articles to which one leads by hand, in their order. */
export async function relatedTo(db: Reading, articleId: ArticleId): Promise<ArticleId[]> {
  const rows = db.look<ArticleTables>().selectFrom('relatedArticle').select('relatedId')
  return (await rows.where('articleId', '=', articleId).orderBy('position').execute()).map(({ relatedId }) => relatedId)
}

/** The same as addresses, each in a language or else in the first that there is. */
export async function relatedAddresses(
  db: Reading,
  { articleId, language }: Pick<Edition, 'articleId' | 'language'>,
): Promise<string[]> {
  const addresses: string[] = []
  for (const id of await relatedTo(db, articleId)) {
    const editions = await editionsAtDesk(db, id)
    const edition = editions.find((one) => one.language === language) ?? editions[0]
    if (edition) addresses.push(paths.article(edition.language, edition.slug))
  }
  return addresses
}

/** Lets an article lead to others, in this order; itself is passed over. Throws Trouble for too many. */
export async function saveRelated(tx: Writing, articleId: ArticleId, others: readonly ArticleId[], at: number) {
  const wanted = [...new Set(others)].filter((id) => id !== articleId)
  if (wanted.length > MOST_RELATED) throw new Trouble('invalid', 'related.too-many', { limit: MOST_RELATED })
  if ((await relatedTo(tx, articleId)).join() === wanted.join()) return
  await tx.change<ArticleTables>().deleteFrom('relatedArticle').where('articleId', '=', articleId).execute()
  const rows = wanted.map((relatedId, position) => ({ articleId, relatedId, position }))
  if (rows.length > 0) await tx.change<ArticleTables>().insertInto('relatedArticle').values(rows).execute()
  tx.note(articleChanged, { about: articleId, articleId, at })
}

/** The article at an address of this publication, whole or from its path on. Throws Trouble where there is none. */
export async function articleAtAddress(db: Reading, address: string): Promise<ArticleId> {
  const path = URL.parse(address.trim(), 'http://here.invalid')?.pathname.split('/') ?? []
  const [, language = '', slug = '', ...rest] = path.map(decoded)
  const found = rest.join('') === '' && (await articleHolding(db, language as Language, slug))
  if (!found) throw new Trouble('invalid', 'related.unknown', { address: address.trim() })
  return found
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
