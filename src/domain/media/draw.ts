import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { MOST_PIXELS, renditionName, widthsOf } from './picture.ts'

/**
 * @NOTE A program of its own, run by decode-apart.ts: a decoder that breaks on bytes from outside breaks nothing else.
 * It reads the picture, writes its renditions into the folder, and answers with the size; what a camera noted is dropped.
 */
const QUALITY = 80
const [folder = '', hash = ''] = process.argv.slice(2)

sharp.cache(false)
sharp.concurrency(1)

const given = await buffer(process.stdin)
const { autoOrient: size } = await sharp(given, { limitInputPixels: false }).metadata()
const tooMany = size.width * size.height > MOST_PIXELS
if (!tooMany) for (const width of widthsOf(size)) await draw(width)
process.stdout.write(JSON.stringify(tooMany ? { trouble: 'picture.too-many-pixels' } : size))

async function draw(width: number) {
  const upright = sharp(given, { limitInputPixels: MOST_PIXELS }).autoOrient()
  const file = path.join(folder, renditionName(hash, width))
  const part = `${file}.${process.pid}`
  await writeFile(part, await upright.resize({ width }).webp({ quality: QUALITY }).toBuffer())
  await rename(part, file)
}
