import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeFolder } from '../../kit/folder.ts'
import type { Reading } from '../../store/index.ts'
import type { MediaStore } from './keeping/media-store.ts'
import { originalName, type PictureBytes, type PictureFile, pictureBytes, renditionName, widthsOf } from './picture.ts'
import { byHash } from './pictures.ts'
import { drawRenditions } from './renditions.ts'
import { markUnderWay, settle } from './under-way.ts'

/** A picture whose files are there before its row is. */
export interface KeptPicture extends PictureFile {
  /** To be called when the transaction that should add the row is over: without the row, the files go. */
  settle(): Promise<void>
}

/** Puts a picture's renditions into the folder and answers with its size. */
export type DrawPicture = (folder: string, given: PictureBytes) => Promise<Pick<PictureFile, 'width' | 'height'>>

/** Keeps a picture's files, before the transaction that adds its row. Throws Trouble when the bytes are no picture that can be shown, or cannot be kept, and leaves nothing of it. */
export async function keepPicture(
  db: Reading,
  media: MediaStore,
  bytes: Uint8Array,
  drawing: DrawPicture = drawRenditions,
): Promise<KeptPicture> {
  const given = pictureBytes(bytes)
  makeFolder(media.workshop)
  const mark = markUnderWay(media, given.hash)
  const over = async () => {
    await settle(db, media, mark)
    const kept = await byHash(db, given.hash)
    if (kept && !(await hasFiles(media, kept))) await draw(media, given, drawing)
  }
  try {
    const known = await byHash(db, given.hash)
    const picture = known && (await hasFiles(media, known)) ? known : await draw(media, given, drawing)
    return { ...picture, settle: over }
  } catch (error) {
    await settle(db, media, mark).catch(() => {})
    throw error
  }
}

/** @NOTE another process may take the files of a picture away between a look at them and the row that needs them; then they are drawn again. */
async function draw(media: MediaStore, given: PictureBytes, drawing: DrawPicture): Promise<PictureFile> {
  const { hash, type, bytes } = given
  let size = { width: 0, height: 0 }
  await media.make(async (folder) => {
    size = await drawing(folder, given)
    await keepOriginal(folder, given)
    return fileNames({ hash, ...size })
  })
  return { hash, type, ...size, bytes: bytes.length }
}

/** Whether all files of a picture are kept. */
export async function hasFiles(media: MediaStore, picture: Pick<PictureFile, 'hash' | 'width'>): Promise<boolean> {
  for (const name of fileNames(picture)) if (!(await media.about(name))) return false
  return true
}

/** The files that a picture has from the beginning. */
export function fileNames(picture: Pick<PictureFile, 'hash' | 'width'>): string[] {
  return [originalName(picture.hash), ...widthsOf(picture).map((width) => renditionName(picture.hash, width))]
}

async function keepOriginal(folder: string, { bytes, hash }: PictureBytes) {
  const file = path.join(folder, originalName(hash))
  const part = `${file}.${process.pid}`
  await writeFile(part, bytes)
  await rename(part, file)
}
