import type { Language } from '../../kit/language.ts'
import type { Reading, Writing } from '../../store/index.ts'
import type { PictureId } from '../media/index.ts'
import type { ArticleId } from './article.ts'
import type { EditionState } from './editions/edition.ts'
import { editionsAtDesk } from './editions/editions.ts'
import { madeOf } from './editions/revisions/revision.ts'
import { renderAnew, revisionWithId } from './editions/revisions/revisions.ts'
import { articleChanged } from './events.ts'
import { lookOf } from './publication/look/looks.ts'
import type { ArticleTables } from './tables.ts'
import { textPicturesOf } from './text-pictures.ts'

/** An edition of an article in which a picture stands. */
export interface PictureUse {
  pictureId: PictureId
  articleId: ArticleId
  language: Language
  slug: string
  state: EditionState
  title: string
}

/** Where pictures of a bounded list stand, edition by edition. */
export async function usesOfPictures(db: Reading, pictureIds: readonly PictureId[]): Promise<PictureUse[]> {
  if (pictureIds.length === 0) return []
  const uses = await articlesWith(db, pictureIds)
  const articleIds = [...new Set(uses.map(({ articleId }) => articleId))]
  if (articleIds.length === 0) return []
  const editions = await db
    .look<ArticleTables>()
    .selectFrom('edition')
    .innerJoin('revision', 'revision.id', 'edition.revisionId')
    .select(['edition.articleId', 'edition.language', 'edition.slug', 'edition.state', 'revision.title'])
    .where('edition.articleId', 'in', articleIds)
    .orderBy('edition.id')
    .execute()
  return uses.flatMap(({ pictureId, articleId }) =>
    editions.filter((edition) => edition.articleId === articleId).map((edition) => ({ pictureId, ...edition })),
  )
}

/** Whether a picture stands in any article, above it or in its text, or is the publication's mark. */
export async function isPictureUsed(db: Reading, id: PictureId): Promise<boolean> {
  return (await lookOf(db)).markId === id || (await articlesWith(db, [id])).length > 0
}

/** Says of the articles in which a picture stands that they changed, and makes the text anew in which it is. */
export async function showPictureAnew(tx: Writing, id: PictureId, at: number): Promise<void> {
  for (const { articleId } of await articlesWith(tx, [id])) {
    const named = await textPicturesOf(tx, articleId)
    const editions = await editionsAtDesk(tx, articleId)
    const shown = new Set(editions.flatMap(({ revisionId, latestId }) => [revisionId, latestId]))
    for (const id of shown) {
      const revision = id === null ? undefined : await revisionWithId(tx, id)
      if (revision) await renderAnew(tx, revision.id, madeOf(revision.words, named))
    }
    tx.note(articleChanged, { about: articleId, articleId, at })
  }
}

/** As many as are told of one picture. */
const MOST_USES = 500

async function articlesWith(db: Reading, pictureIds: readonly PictureId[]) {
  const above = await db
    .look<ArticleTables>()
    .selectFrom('article')
    .select(['article.id as articleId', 'article.pictureId'])
    .where('article.pictureId', 'in', pictureIds)
    .orderBy('article.id')
    .limit(MOST_USES)
    .execute()
  const within = await db
    .look<ArticleTables>()
    .selectFrom('articlePicture')
    .select(['articlePicture.articleId', 'articlePicture.pictureId'])
    .where('articlePicture.pictureId', 'in', pictureIds)
    .orderBy('articlePicture.articleId')
    .limit(MOST_USES)
    .execute()
  const shared = await db
    .look<ArticleTables>()
    .selectFrom('sharing')
    .innerJoin('edition', 'edition.id', 'sharing.editionId')
    .select(['edition.articleId', 'sharing.pictureId'])
    .where('sharing.pictureId', 'in', pictureIds)
    .orderBy('sharing.editionId')
    .limit(MOST_USES)
    .execute()
  const all = [...above, ...within, ...shared].map(({ articleId, pictureId }) => ({ articleId, pictureId: pictureId! }))
  return [...new Map(all.map((use) => [`${use.pictureId} ${use.articleId}`, use])).values()]
}
