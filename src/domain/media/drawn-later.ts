import { decodeApart } from './decode-apart.ts'
import { bytesOf, type MediaFile, type MediaStore } from './keeping/media-store.ts'
import { type Form, originalName, renditionName } from './picture.ts'

interface Wanted {
  hash: string
  width: number
  form: Form
}

export interface Rendition extends MediaFile {
  form: Form
}

const drawing = new Map<string, Promise<void>>()

/**
 * A rendition, and the form in which it comes. AVIF takes long to draw: whoever asks for it first gets
 * WebP meanwhile. Undefined where there is no such picture in such a width.
 */
export async function rendition(media: MediaStore, { hash, width, form }: Wanted): Promise<Rendition | undefined> {
  const name = renditionName(hash, width, form)
  const found = await media.open(name)
  if (found) return { ...found, form }
  const meanwhile = renditionName(hash, width)
  if (form === 'webp' || !(await media.about(meanwhile)) || !(await media.about(originalName(hash)))) return
  const drawn = drawing.get(name) ?? drawOne(media, { hash, width, form }).finally(() => drawing.delete(name))
  drawing.set(name, drawn)
  if (form === 'jpg') return drawn.then(() => opened(media, name, form))
  drawn.catch(() => {})
  return opened(media, meanwhile, 'webp')
}

async function opened(media: MediaStore, name: string, form: Form): Promise<Rendition | undefined> {
  const file = await media.open(name)
  return file && { ...file, form }
}

async function drawOne(media: MediaStore, { hash, width, form }: Wanted): Promise<void> {
  const given = await bytesOf(media, originalName(hash))
  if (!given) return
  await media.make(async (folder) => {
    await decodeApart('draw.ts', [folder, hash, String(width), form], given)
    return [renditionName(hash, width, form)]
  })
}
