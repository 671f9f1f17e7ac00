import { type ArticleId, editionForEach } from '../../domain/articles/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'
import { excerpt } from '../../text/excerpt.ts'
import type { Ask } from './ask.ts'

const ON_A_PAGE = 40
const LONGEST_EXCERPT = 160

interface ListRow {
  articleId: ArticleId
  plain: string | null
}

/** A page of what concerns one person, each with its article's edition for them and how the comment begins; `last` where others follow. */
export async function personalList<T extends ListRow>(
  { store }: Ask,
  language: string,
  rowsOf: (db: Reading, limit: number) => Promise<T[]>,
) {
  const { rows, editions } = await store.read(async (db) => {
    const rows = await rowsOf(db, ON_A_PAGE + 1)
    const articleIds = [...new Set(rows.map(({ articleId }) => articleId))]
    return { rows, editions: await editionForEach(db, articleIds, language as Language) }
  })
  const shown = rows.slice(0, ON_A_PAGE).map(({ plain, ...row }) => ({
    ...row,
    on: editions.get(row.articleId) ?? null,
    words: plain === null ? null : excerpt(plain, LONGEST_EXCERPT),
  }))
  return { shown, last: rows.length > ON_A_PAGE ? shown.at(-1) : undefined }
}
