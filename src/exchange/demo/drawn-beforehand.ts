import { copyFile, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { type DrawPicture, drawRenditions, renditionName, widthsOf } from '../../domain/media/index.ts'

/** The renditions of the demo's pictures, which `npm run demo-pictures` draws, and the size of each picture. */
export const DRAWN = path.join(import.meta.dirname, 'drawn')

export const sizeFile = (hash: string) => path.join(DRAWN, `${hash}.json`)

/** Takes renditions that came with the program, for which nobody waits; pictures of which there are none are drawn. */
export const drawnBeforehand: DrawPicture = async (folder, given) => {
  const size = await readFile(sizeFile(given.hash), 'utf8').catch(() => undefined)
  if (size === undefined) return drawRenditions(folder, given)
  const drawn: Awaited<ReturnType<DrawPicture>> = JSON.parse(size)
  for (const name of widthsOf(drawn).map((width) => renditionName(given.hash, width))) {
    const part = path.join(folder, `${name}.${process.pid}`)
    await copyFile(path.join(DRAWN, name), part)
    await rename(part, path.join(folder, name))
  }
  return drawn
}
