import { stableJson } from '../../../kit/json.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import type { PersonId } from '../../people/index.ts'
import { pictureRemoved } from '../acts.ts'
import type { Picture, PictureId } from '../picture.ts'
import { byId, type PictureTables } from '../pictures.ts'
import { creditFrom, type PictureWords, pictureWords, soughtIn } from './picture-words.ts'

/** Asked in the same transaction when a picture is shown otherwise from now on, so that whoever shows it can look again. */
export type PictureChanged = (tx: Writing, id: PictureId, at: number) => Promise<unknown>

/** Asked before a picture goes. */
export type IsPictureUsed = (tx: Writing, id: PictureId) => Promise<boolean>

export interface Description extends PictureWords {
  id: PictureId
  credit: string
  focusX: number
  focusY: number
}

/** Says what is to be seen on a picture, whose it is, and what matters in it. Throws Trouble where there is none, or the text for those who do not see it is missing. */
export async function describePicture(tx: Writing, description: Description, at: number, whenChanged: PictureChanged) {
  const { id } = description
  const before = await mustBeThere(tx, id)
  const credit = creditFrom(description.credit)
  const [focusX, focusY] = [percent(description.focusX), percent(description.focusY)]
  const shown = { credit, focusX, focusY }
  const isShownSame = stableJson({ ...before, ...shown }) === stableJson({ ...before })
  const words = pictureWords(description)
  const isSaidSame = stableJson(await saidOf(tx, id, words.language)) === stableJson(words)
  if (!isShownSame) await tx.change<PictureTables>().updateTable('picture').set(shown).where('id', '=', id).execute()
  await keepWords(tx, id, words, credit)
  if (before.credit !== credit) await findAnew(tx, id, credit)
  if (!isShownSame || !isSaidSame) await whenChanged(tx, id, at)
}

/** The same for a picture that came with its words in a language, unless somebody has described it already. */
export async function describeAtFirst(tx: Writing, id: PictureId, words: PictureWords): Promise<void> {
  const { language, alt, caption } = words
  if (alt === '') return
  const row = { pictureId: id, language, alt, caption, sought: soughtIn(alt, caption) }
  const insert = tx.change<PictureTables>().insertInto('pictureWords').values(row)
  await insert.onConflict((c) => c.columns(['pictureId', 'language']).doNothing()).execute()
}

/** Takes a picture away that stands nowhere; throws Trouble for one that does. Its files go afterwards. */
export async function removePicture(
  tx: Writing,
  { id, byId: by, at }: { id: PictureId; byId: PersonId; at: number },
  isUsed: IsPictureUsed,
): Promise<Picture> {
  const picture = await mustBeThere(tx, id)
  if (await isUsed(tx, id)) throw new Trouble('conflict', 'picture.is-used')
  await tx.change<PictureTables>().deleteFrom('pictureWords').where('pictureId', '=', id).execute()
  await tx.change<PictureTables>().deleteFrom('picture').where('id', '=', id).execute()
  await record(tx, pictureRemoved, { byId: by, before: { picture: id }, at })
  return picture
}

async function mustBeThere(tx: Writing, id: PictureId): Promise<Picture> {
  const picture = await byId(tx, id)
  if (!picture) throw new Trouble('missing', 'picture.gone')
  return picture
}

async function saidOf(tx: Writing, id: PictureId, language: PictureWords['language']): Promise<PictureWords | null> {
  const words = tx.look<PictureTables>().selectFrom('pictureWords').select(['language', 'alt', 'caption'])
  return (await words.where('pictureId', '=', id).where('language', '=', language).executeTakeFirst()) ?? null
}

async function keepWords(tx: Writing, pictureId: PictureId, words: PictureWords, credit: string) {
  const { language, alt, caption } = words
  const said = { alt, caption, sought: soughtIn(alt, caption, credit) }
  const insert = tx
    .change<PictureTables>()
    .insertInto('pictureWords')
    .values({ pictureId, language, ...said })
  await insert.onConflict((c) => c.columns(['pictureId', 'language']).doUpdateSet(said)).execute()
}

async function findAnew(tx: Writing, pictureId: PictureId, credit: string) {
  const own = tx.look<PictureTables>().selectFrom('pictureWords').selectAll().where('pictureId', '=', pictureId)
  for (const { language, alt, caption } of await own.execute())
    await keepWords(tx, pictureId, { language, alt, caption }, credit)
}

function percent(value: number): number {
  return Number.isFinite(value) ? Math.min(100, Math.max(0, Math.round(value))) : 50
}
