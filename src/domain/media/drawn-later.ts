import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { decodeApart } from './decode-apart.ts'
import { type Form, originalName, renditionName } from './picture.ts'

const drawing = new Map<string, Promise<string>>()

/**
 * The file of a rendition, and whether it is in the form that was asked for. AVIF takes long to draw: whoever asks for it first gets
 * WebP meanwhile. Undefined where there is no such picture in such a width.
 */
export async function renditionFile(
  folder: string,
  { hash, width, form }: { hash: string; width: number; form: Form },
) {
  const file = path.join(folder, renditionName(hash, width, form))
  if (existsSync(file)) return { file, form }
  const meanwhile = path.join(folder, renditionName(hash, width))
  if (form === 'webp' || !existsSync(meanwhile) || !existsSync(path.join(folder, originalName(hash)))) return
  const drawn = drawing.get(file) ?? drawOne(folder, { hash, width, form }).finally(() => drawing.delete(file))
  drawing.set(file, drawn)
  if (form === 'jpg') return { file: await drawn, form }
  drawn.catch(() => {})
  return { file: meanwhile, form: 'webp' as const }
}

async function drawOne(folder: string, { hash, width, form }: { hash: string; width: number; form: Form }) {
  const given = await readFile(path.join(folder, originalName(hash)))
  await decodeApart('draw.ts', [folder, hash, String(width), form], given)
  return path.join(folder, renditionName(hash, width, form))
}
