import { type ArticleId, saveArticle } from '../../src/domain/articles/index.ts'
import { type Comment, placeImported } from '../../src/domain/discussion/index.ts'
import type { Store } from '../../src/store/index.ts'

export const WORDING = { words: 'x', html: '<p>x</p>', plain: 'x' }

/** An article without words, for what is said under it. */
export async function newArticle(store: Store, key: string): Promise<ArticleId> {
  const article = { key, sectionId: null, pictureId: null, publishedAt: 1 }
  return (await store.write((tx) => saveArticle(tx, article, 1))).value.id
}

/** Adds a comment for every number, under the comment that it names among those before it; 0 names none. */
export async function grow(store: Store, articleId: ArticleId, parents: readonly number[]): Promise<Comment[]> {
  const { value } = await store.write(async (tx) => {
    const grown: Comment[] = []
    for (const under of parents) {
      const parent = under === 0 ? undefined : grown[(under - 1) % Math.max(grown.length, 1)]
      const standing = { authorId: null, language: null, postedAt: 7, editedAt: null, quotations: [], removal: null }
      grown.push(await placeImported(tx, { articleId, parent, wording: WORDING, ...standing }))
    }
    return grown
  })
  return value
}
