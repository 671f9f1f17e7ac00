import type { ExpressionBuilder } from 'kysely'
import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import type { Picture, PictureId } from '../picture.ts'
import type { PictureTables } from '../pictures.ts'
import { type PictureWords, soughtIn } from './picture-words.ts'

/** A picture with what is said of it, language by language. */
export interface ShelvedPicture extends Picture {
  words: readonly PictureWords[]
}

export interface Sought {
  /** Words that all stand in what is said of it. */
  words?: string
  /** Only those without text for those who do not see them. */
  lacking?: boolean | undefined
  /** Below this one. */
  before?: PictureId | undefined
}

const MOST_WORDS = 8

/** What is there, the latest first, below a cursor. */
export async function onShelf(
  db: Reading,
  { words = '', lacking = false, before }: Sought,
  limit: number,
): Promise<ShelvedPicture[]> {
  let pictures = db.look<PictureTables>().selectFrom('picture').selectAll()
  for (const word of soughtIn(words).split(' ', MOST_WORDS).filter(Boolean))
    pictures = pictures.where((e) => e.exists(saidOf(e).where('sought', 'like', `%${literally(word)}%`)))
  if (lacking) pictures = pictures.where((e) => e.not(e.exists(saidOf(e))))
  if (before) pictures = pictures.where('id', '<', before)
  return withWords(db, await pictures.orderBy('id', 'desc').limit(limit).execute())
}

/** How many have no text yet for those who do not see them, up to so many. */
export async function countLacking(db: Reading, most: number): Promise<number> {
  return (await onShelf(db, { lacking: true }, most)).length
}

/** These pictures with what is said of them; a bounded list. */
export async function withWords(db: Reading, pictures: readonly Picture[]): Promise<ShelvedPicture[]> {
  if (pictures.length === 0) return []
  const ids = pictures.map(({ id }) => id)
  const said = db.look<PictureTables>().selectFrom('pictureWords').selectAll().where('pictureId', 'in', ids)
  const rows = await said.orderBy('pictureId').orderBy('language').execute()
  return pictures.map((picture) => {
    const own = rows.filter(({ pictureId }) => pictureId === picture.id)
    return { ...picture, words: own.map(({ language, alt, caption }) => ({ language, alt, caption })) }
  })
}

/** What is said of a picture in a language, or else in another. */
export function saidIn<W extends { language: Language }>(words: readonly W[], language: string): W | undefined {
  return words.find((said) => said.language === language) ?? words[0]
}

function saidOf(e: ExpressionBuilder<PictureTables, 'picture'>) {
  const said = e.selectFrom('pictureWords').select('pictureWords.pictureId')
  return said.whereRef('pictureWords.pictureId', '=', 'picture.id')
}

/** @NOTE not every database has a sign that takes away the meaning of the wildcards; a letter more or less is found, too. */
function literally(word: string): string {
  return word.replace(/[%\\]/g, '_')
}
