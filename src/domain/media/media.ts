import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeFolder } from '../../kit/folder.ts'
import type { Reading } from '../../store/index.ts'
import { originalName, type Picture, type PictureBytes, pictureBytes, renditionName, widthsOf } from './picture.ts'
import { byHash } from './pictures.ts'
import { drawRenditions } from './renditions.ts'

/**
 * Puts a picture's files into the folder, before the transaction that adds its row; what that leaves behind when it fails
 * is harmless and found again by the same bytes. Throws Trouble when the bytes are no picture that can be shown.
 */
export async function keepPicture(db: Reading, folder: string, bytes: Uint8Array): Promise<Omit<Picture, 'id'>> {
  const given = pictureBytes(bytes)
  const known = await byHash(db, given.hash)
  if (known && hasFiles(folder, known)) return known
  makeFolder(folder)
  const size = await drawRenditions(folder, given)
  await keepOriginal(folder, given)
  return { hash: given.hash, type: given.type, ...size, bytes: bytes.length }
}

/** Whether all files of a picture are in the folder. */
export function hasFiles(folder: string, picture: Picture): boolean {
  const names = widthsOf(picture).map((width) => renditionName(picture.hash, width))
  return [originalName(picture.hash), ...names].every((name) => existsSync(path.join(folder, name)))
}

async function keepOriginal(folder: string, { bytes, hash }: PictureBytes) {
  const file = path.join(folder, originalName(hash))
  const part = `${file}.${process.pid}`
  await writeFile(part, bytes)
  await rename(part, file)
}
