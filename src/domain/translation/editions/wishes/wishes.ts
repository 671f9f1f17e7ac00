import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import { type ArticleId, editionIn, isReadable } from '../../../articles/index.ts'
import type { EditionTables } from '../tables.ts'
import type { EditionWish } from './edition-wish.ts'

/** Counts one who asks for an article in a language; throws Trouble where it can be read in it. */
export async function wishFor(tx: Writing, { articleId, language }: Omit<EditionWish, 'count'>): Promise<void> {
  const edition = await editionIn(tx, articleId, language)
  if (edition && isReadable(edition)) throw new Trouble('conflict', 'wish.there-already')
  const insert = tx.change<EditionTables>().insertInto('editionWish').values({ articleId, language, count: 1 })
  await insert
    .onConflict((c) =>
      c.columns(['articleId', 'language']).doUpdateSet((e) => ({ count: e('editionWish.count', '+', 1) })),
    )
    .execute()
}

/** What readers ask for of a bounded list of articles, the most wanted first. */
export async function wishesFor(db: Reading, articleIds: readonly ArticleId[]): Promise<EditionWish[]> {
  if (articleIds.length === 0) return []
  const wishes = db.look<EditionTables>().selectFrom('editionWish').selectAll().where('articleId', 'in', articleIds)
  return wishes.orderBy('count', 'desc').orderBy('language').execute()
}
