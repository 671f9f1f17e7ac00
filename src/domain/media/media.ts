import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeFolder } from '../../kit/folder.ts'
import type { Reading } from '../../store/index.ts'
import { originalName, type PictureBytes, type PictureFile, pictureBytes, renditionName, widthsOf } from './picture.ts'
import { byHash } from './pictures.ts'
import { drawRenditions } from './renditions.ts'
import { markUnderWay, settle } from './under-way.ts'

/** A picture whose files are there before its row is. */
export interface KeptPicture extends PictureFile {
  /** To be called when the transaction that should add the row is over: without the row, the files go. */
  settle(): Promise<void>
}

/** Puts a picture's files into the folder, before the transaction that adds its row. Throws Trouble when the bytes are no picture that can be shown, and leaves nothing of it. */
export async function keepPicture(db: Reading, folder: string, bytes: Uint8Array): Promise<KeptPicture> {
  const given = pictureBytes(bytes)
  makeFolder(folder)
  const mark = markUnderWay(folder, given.hash)
  const over = async () => {
    await settle(db, mark)
    const kept = await byHash(db, given.hash)
    if (kept && !hasFiles(folder, kept)) await draw(folder, given)
  }
  try {
    const known = await byHash(db, given.hash)
    const picture = known && hasFiles(folder, known) ? known : await draw(folder, given)
    return { ...picture, settle: over }
  } catch (error) {
    await settle(db, mark)
    throw error
  }
}

/** @NOTE another process may take the files of a picture away between a look at them and the row that needs them; then they are drawn again. */
async function draw(folder: string, given: PictureBytes): Promise<PictureFile> {
  const size = await drawRenditions(folder, given)
  await keepOriginal(folder, given)
  const { hash, type, bytes } = given
  return { hash, type, ...size, bytes: bytes.length }
}

/** Whether all files of a picture are in the folder. */
export function hasFiles(folder: string, picture: PictureFile): boolean {
  const names = widthsOf(picture).map((width) => renditionName(picture.hash, width))
  return [originalName(picture.hash), ...names].every((name) => existsSync(path.join(folder, name)))
}

async function keepOriginal(folder: string, { bytes, hash }: PictureBytes) {
  const file = path.join(folder, originalName(hash))
  const part = `${file}.${process.pid}`
  await writeFile(part, bytes)
  await rename(part, file)
}
