import type { Reading, Writing } from '../../store/index.ts'
import type { PictureNamed } from '../../text/text-pictures.ts'
import { type Picture, type PictureId, type PictureTables, pictureFiles } from '../media/index.ts'
import type { ArticleId } from './article.ts'
import type { EditionId } from './editions/edition.ts'
import type { ArticleTables } from './tables.ts'

/** A picture by the name by which the article's texts call it. */
export interface NamedPicture {
  name: string
  pictureId: PictureId
}

/** Keeps which pictures the article's texts may call by their names; those that are not named here keep theirs. */
export async function saveTextPictures(tx: Writing, articleId: ArticleId, pictures: readonly NamedPicture[]) {
  const kept = tx.change<ArticleTables>()
  for (const { name, pictureId } of pictures) {
    await kept
      .insertInto('articlePicture')
      .values({ articleId, name, pictureId })
      .onConflict((c) => c.columns(['articleId', 'name']).doUpdateSet({ pictureId }))
      .execute()
  }
}

/** Finds the pictures of one article by their names. */
export async function textPicturesOf(db: Reading, articleId: ArticleId): Promise<PictureNamed> {
  const pictures = await picturesWithNames(db).where('articlePicture.articleId', '=', articleId).execute()
  return byName(pictures)
}

/** The same for the articles of several editions. */
export async function textPicturesOfEditions(db: Reading, editionIds: readonly EditionId[]) {
  const pictures = await picturesWithNames(db)
    .innerJoin('edition', 'edition.articleId', 'articlePicture.articleId')
    .select('edition.id as editionId')
    .where('edition.id', 'in', [...new Set(editionIds)])
    .execute()
  const byEdition = Map.groupBy(pictures, ({ editionId }) => editionId)
  return (id: EditionId) => byName(byEdition.get(id) ?? [])
}

function picturesWithNames(db: Reading) {
  return db
    .look<ArticleTables & PictureTables>()
    .selectFrom('articlePicture')
    .innerJoin('picture', 'picture.id', 'articlePicture.pictureId')
    .select(['articlePicture.name', 'picture.hash', 'picture.width', 'picture.height', 'picture.credit'])
}

function byName(
  pictures: readonly (Pick<Picture, 'hash' | 'width' | 'height' | 'credit'> & { name: string })[],
): PictureNamed {
  const named = new Map(
    pictures.map(({ name, ...picture }) => [name, { ...pictureFiles(picture), credit: picture.credit }]),
  )
  return (name) => named.get(name)
}
