import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { buffer } from 'node:stream/consumers'
import {
  type DrawPicture,
  type KeptPicture,
  keepPicture,
  LARGEST_PICTURE_BYTES,
  type MediaStore,
} from '../../domain/media/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import { type FolderFile, fileBelow } from '../kit/folder-files.ts'
import { type MistakePlace, Mistakes } from '../kit/mistakes.ts'
import type { ReadArticle, ReadFolder } from './read-folder.ts'
import { picturesCalled } from './texts.ts'

/** The pictures of one article: the one above it, and those in its texts by their names. */
export interface ArticlePictures {
  above: KeptPicture | undefined
  named: ReadonlyMap<string, KeptPicture>
}

export type KeptPictures = ReadonlyMap<string, ArticlePictures>

/** Keeps the articles' pictures, by the articles' keys; their rows come later, with the articles. */
export async function keepPictures(
  db: Reading,
  { articles }: ReadFolder,
  media: MediaStore,
  mistakes: Mistakes,
  step: () => void,
  drawing?: DrawPicture,
): Promise<KeptPictures> {
  const kept = new Map<string, ArticlePictures>()
  const waiting = articles.values()
  const keepNext = async () => {
    for (const article of waiting) {
      kept.set(article.key, await picturesOf(db, article, media, mistakes, drawing))
      step()
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, keepNext))
  return kept
}

async function picturesOf(
  db: Reading,
  article: ReadArticle,
  media: MediaStore,
  mistakes: Mistakes,
  drawing?: DrawPicture,
) {
  const { folder, value, at } = article
  const keep = async (file: FolderFile | undefined, place: MistakePlace) => {
    if (!file) return
    try {
      return await keepPicture(db, media, await atMost(file.real, LARGEST_PICTURE_BYTES + 1), drawing)
    } catch (error) {
      if (error instanceof Trouble && error.kind === 'busy') throw error
      mistakes.addTrouble(place, error)
    }
  }
  const above = value.picture && (await keep(fileBelow(folder, value.picture.file, mistakes), at('picture', 'file')))
  const named = new Map<string, KeptPicture>()
  for (const { name, place } of picturesCalled(article)) {
    // What is not there has been told with the text.
    const picture = await keep(fileBelow(folder, name, new Mistakes()), place)
    if (picture) named.set(name, picture)
  }
  return { above, named }
}

/** Ends the keeping of all of them, once it is known whether their rows are there. */
export async function settlePictures(kept: KeptPictures): Promise<void> {
  for (const { above, named } of kept.values())
    for (const picture of [above, ...named.values()]) await picture?.settle()
}

/** The beginning of a file, so that one that is far too large is not read whole. */
function atMost(file: string, bytes: number): Promise<Buffer> {
  return buffer(createReadStream(file, { end: bytes - 1 }))
}
