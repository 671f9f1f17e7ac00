import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { MOST_PIXELS } from '../picture.ts'
import { SIDE } from './portrait.ts'

/**
 * @NOTE A program of its own, run by decode-apart.ts: a decoder that breaks on bytes from outside breaks nothing else.
 * It reads a picture and answers with it as a square, drawn anew, or, when it is to look alone, as it is where it is one already.
 * What a camera noted is dropped. Nothing is answered where the picture has too many pixels.
 */
const QUALITY = 80

sharp.cache(false)
sharp.concurrency(1)

const given = await buffer(process.stdin)
const isToLook = process.argv[2] === 'look'
const about = await sharp(given, { limitInputPixels: false }).metadata()
const { width, height } = about.autoOrient
if (isToLook) mustBeSquare()
if (width * height <= MOST_PIXELS) process.stdout.write(isToLook ? given : await drawn())

function drawn(): Promise<Buffer> {
  const upright = sharp(given, { limitInputPixels: MOST_PIXELS }).autoOrient()
  return upright.resize(SIDE, SIDE, { fit: 'cover', position: 'attention' }).webp({ quality: QUALITY }).toBuffer()
}

function mustBeSquare() {
  const { format, exif, xmp, icc, iptc, pages = 1 } = about
  const isSquare = format === 'webp' && width === SIDE && height === SIDE && pages === 1
  if (!isSquare || exif || xmp || icc || iptc) process.exit(1)
}
