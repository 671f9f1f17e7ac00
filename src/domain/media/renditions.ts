import { Trouble } from '../../kit/trouble.ts'
import { decodeApart } from './decode-apart.ts'
import { MOST_PIXELS, type PictureBytes } from './picture.ts'

/** Draws a picture in its widths into the folder and answers with its size; throws Trouble where it is none that can be drawn. */
export async function drawRenditions(folder: string, { bytes, hash }: PictureBytes) {
  return sizeIn(String(await decodeApart('draw.ts', [folder, hash], bytes)))
}

function sizeIn(answer: string): { width: number; height: number } {
  const { width, height, trouble } = JSON.parse(answer)
  if (trouble) throw new Trouble('invalid', trouble, { limit: MOST_PIXELS / 1e6 })
  return { width, height }
}
