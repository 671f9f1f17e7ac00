import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { keepPicture, LARGEST_PICTURE_BYTES, type Picture } from '../../domain/media/index.ts'
import type { Reading } from '../../store/index.ts'
import { fileBelow } from '../kit/folder-files.ts'
import type { Mistakes } from '../kit/mistakes.ts'
import type { ReadArticle, ReadFolder } from './read-folder.ts'

export type KeptPictures = ReadonlyMap<string, Omit<Picture, 'id'>>

/** Puts the articles' pictures into the media folder, by the articles' keys; their rows come later, with the articles. */
export async function keepPictures(
  db: Reading,
  { articles }: ReadFolder,
  mediaFolder: string,
  mistakes: Mistakes,
  step: () => void,
): Promise<KeptPictures> {
  const kept = new Map<string, Omit<Picture, 'id'>>()
  const waiting = articles.values()
  const keepNext = async () => {
    for (const article of waiting) {
      const picture = await pictureOf(db, article, mediaFolder, mistakes)
      if (picture) kept.set(article.key, picture)
      step()
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, keepNext))
  return kept
}

async function pictureOf(db: Reading, { folder, value, at }: ReadArticle, mediaFolder: string, mistakes: Mistakes) {
  if (!value.picture) return
  const file = fileBelow(folder, value.picture.file, mistakes)
  if (!file) return
  try {
    return await keepPicture(db, mediaFolder, await atMost(file.real, LARGEST_PICTURE_BYTES + 1))
  } catch (error) {
    mistakes.addTrouble(at('picture', 'file'), error)
  }
}

/** The beginning of a file, so that one that is far too large is not read whole. */
function atMost(file: string, bytes: number): Promise<Buffer> {
  return buffer(createReadStream(file, { end: bytes - 1 }))
}
