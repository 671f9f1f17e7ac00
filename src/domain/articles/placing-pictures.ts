import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { type PictureId, type PictureTables, pictureById, type ShelvedPicture, withWords } from '../media/index.ts'
import type { ArticleId } from './article.ts'
import { byId } from './articles.ts'
import { articleChanged } from './events.ts'
import { showPictureAnew } from './picture-uses.ts'
import type { ArticleTables } from './tables.ts'
import { saveTextPictures } from './text-pictures.ts'

/** Where a picture stands in an article: above it, or in its texts, which call it by a name. */
export type PicturePlace = 'above' | 'within'

export interface Placing {
  articleId: ArticleId
  pictureId: PictureId
  place: PicturePlace
  at: number
}

/** Puts a picture above an article, or lets its texts call it. Throws Trouble for one without text for those who do not see it. */
export async function placePicture(tx: Writing, { articleId, pictureId, place, at }: Placing): Promise<void> {
  await mustBeThere(tx, articleId)
  await mustBeDescribed(tx, pictureId)
  if (place === 'above') return setAbove(tx, articleId, pictureId, at)
  await saveTextPictures(tx, articleId, [{ name: nameInText(pictureId), pictureId }])
  await showPictureAnew(tx, pictureId, at)
}

/** Leaves an article without a picture above it. */
export async function takePictureAway(tx: Writing, articleId: ArticleId, at: number): Promise<void> {
  await mustBeThere(tx, articleId)
  await setAbove(tx, articleId, null, at)
}

/** By what texts call a picture that was chosen at the desk. */
export function nameInText(pictureId: PictureId): string {
  return `${pictureId}.jpg`
}

/** The pictures of an article, with what is said of them. */
export async function picturesOfArticle(
  db: Reading,
  articleId: ArticleId,
): Promise<{ above: ShelvedPicture | null; within: { name: string; picture: ShelvedPicture }[] }> {
  const article = await byId(db, articleId)
  if (!article) throw new Trouble('missing', 'article.missing')
  const named = await db
    .look<ArticleTables & PictureTables>()
    .selectFrom('articlePicture')
    .innerJoin('picture', 'picture.id', 'articlePicture.pictureId')
    .selectAll('picture')
    .select('articlePicture.name')
    .where('articlePicture.articleId', '=', articleId)
    .orderBy('articlePicture.name')
    .execute()
  const over = article.pictureId === null ? undefined : await pictureById(db, article.pictureId)
  const [above, ...within] = await withWords(db, [...(over ? [over] : []), ...named])
  const inText = over ? within : [above, ...within].filter((one) => one !== undefined)
  return {
    above: over ? above! : null,
    within: named.map(({ name }, at) => ({ name, picture: inText[at]! })),
  }
}

/** Whether a picture above an article must be described by whoever writes in a language. */
export async function lacksPictureText(db: Reading, id: PictureId | null, language: Language): Promise<boolean> {
  const picture = id === null ? undefined : await pictureById(db, id)
  if (!picture) return false
  const [shelved] = await withWords(db, [picture])
  return !shelved!.words.some((said) => said.language === language)
}

async function mustBeThere(tx: Writing, articleId: ArticleId) {
  if (!(await byId(tx, articleId))) throw new Trouble('missing', 'article.missing')
}

async function mustBeDescribed(tx: Writing, id: PictureId) {
  const picture = await pictureById(tx, id)
  if (!picture) throw new Trouble('missing', 'picture.gone')
  const [{ words }] = (await withWords(tx, [picture])) as [ShelvedPicture]
  if (words.length === 0) throw new Trouble('conflict', 'picture.without-text')
}

async function setAbove(tx: Writing, articleId: ArticleId, pictureId: PictureId | null, at: number) {
  await tx.change<ArticleTables>().updateTable('article').set({ pictureId }).where('id', '=', articleId).execute()
  tx.note(articleChanged, { about: articleId, articleId, at })
}
