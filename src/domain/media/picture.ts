import { paths } from '../../addresses/paths.ts'
import { sha256 } from '../../kit/hash.ts'
import type { Id } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'

export type PictureId = Id<'picture'>
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** One image: what was given, and how large it is when shown upright. */
export interface Picture {
  id: PictureId
  /** SHA-256 of the bytes that were given. */
  hash: string
  type: PictureType
  width: number
  height: number
  bytes: number
  /** Whose it is, as it shall be said beside it; empty where nothing is to be said. */
  credit: string
  /** What matters in it, in percent from its left and its top: that stays where it is cropped. */
  focusX: number
  focusY: number
}

/** What is known of a picture by its bytes alone. */
export type PictureFile = Pick<Picture, 'hash' | 'type' | 'width' | 'height' | 'bytes'>

export const LARGEST_BYTES = 20 * 1024 * 1024
export const MOST_PIXELS = 50_000_000
const WIDTHS = [480, 960, 1600] as const

/** The bytes of a file with what can be told without decoding them. */
export interface PictureBytes {
  bytes: Uint8Array
  hash: string
  type: PictureType
}

/** Looks at a file's first bytes, whatever its name; throws Trouble when it is none of the four kinds, or too large. */
export function pictureBytes(bytes: Uint8Array): PictureBytes {
  if (bytes.length > LARGEST_BYTES)
    throw new Trouble('invalid', 'picture.too-large', { limit: LARGEST_BYTES / 1024 ** 2 })
  const type = typeOf(bytes)
  if (!type) throw new Trouble('invalid', 'picture.unknown')
  return { bytes, hash: sha256(bytes), type }
}

function typeOf(bytes: Uint8Array): PictureType | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (/^RIFF.{4}WEBP/s.test(start)) return 'image/webp'
  if (/^.{4}ftypavi[fs]/s.test(start)) return 'image/avif'
}

/** The widths in which a picture is kept, never above its own, narrowest first. */
export function widthsOf({ width }: Pick<Picture, 'width'>): number[] {
  const widest = Math.min(width, WIDTHS.at(-1)!)
  return [...WIDTHS.filter((w) => w < widest), widest]
}

/** The forms in which a picture is served: WebP is drawn at once, the others when somebody first asks for them. */
export const FORMS = ['webp', 'avif', 'jpg'] as const
export type Form = (typeof FORMS)[number]

export function renditionName(hash: string, width: number, form: Form = 'webp'): string {
  return `${hash}-${width}.${form}`
}

/** What was given stays as it was, for export; it is never served. */
export function originalName(hash: string): string {
  return `${hash}.orig`
}

export interface PictureFiles {
  /** Its widest, in the form that everything can show. */
  src: string
  /** Its widths in WebP, and in AVIF. */
  srcset: string
  avif: string
  width: number
  height: number
}

/** Where a picture is served, and the size that it takes. */
export function pictureFiles(picture: Pick<Picture, 'hash' | 'width' | 'height'>): PictureFiles {
  const widths = widthsOf(picture)
  const address = (width: number, form: Form) => paths.media(renditionName(picture.hash, width, form))
  const inWidths = (form: Form) => widths.map((w) => `${address(w, form)} ${w}w`).join(', ')
  const width = widths.at(-1)!
  return {
    src: address(width, 'jpg'),
    srcset: inWidths('webp'),
    avif: inWidths('avif'),
    width,
    height: Math.max(1, Math.round((picture.height * width) / picture.width)),
  }
}
