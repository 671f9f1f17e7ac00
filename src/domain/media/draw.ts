import { rename, writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp, { type Sharp } from 'sharp'
import { type Form, MOST_PIXELS, renditionName, widthsOf } from './picture.ts'

/**
 * @NOTE A program of its own, run by decode-apart.ts: a decoder that breaks on bytes from outside breaks nothing else.
 * It reads the picture, writes its renditions into the folder, and answers with the size; what a camera noted is dropped.
 * Where a width and a form are named, it writes that one alone, while nothing else wants the processor.
 */
const [folder = '', hash = '', one, form = 'webp'] = process.argv.slice(2)
if (one) setPriority(constants.priority.PRIORITY_LOW)

sharp.cache(false)
sharp.concurrency(1)

const given = await buffer(process.stdin)
const { autoOrient: size } = await sharp(given, { limitInputPixels: false }).metadata()
const tooMany = size.width * size.height > MOST_PIXELS
if (!tooMany) for (const width of one ? [Number(one)] : widthsOf(size)) await draw(width, form as Form)
process.stdout.write(JSON.stringify(tooMany ? { trouble: 'picture.too-many-pixels' } : size))

async function draw(width: number, form: Form) {
  const upright = sharp(given, { limitInputPixels: MOST_PIXELS }).autoOrient()
  const file = path.join(folder, renditionName(hash, width, form))
  const part = `${file}.${process.pid}`
  await writeFile(part, await inForm(upright.resize({ width }), form).toBuffer())
  await rename(part, file)
}

/** @NOTE each further effort for AVIF takes twice as long and saves some percent, as two more do for WebP; what is transparent has no place in a JPEG. */
function inForm(drawn: Sharp, form: Form): Sharp {
  if (form === 'avif') return drawn.avif({ quality: 50, effort: 2 })
  if (form === 'jpg') return drawn.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true })
  return drawn.webp({ quality: 80, effort: 2 })
}
