import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../kit/refusal.ts'

/** Hears how many bytes of the file have been read. */
export type SeeRead = (bytes: number) => void

/** The bytes of a file, gzipped or not, as they come. */
export async function* chunksOf(file: string, see: SeeRead = () => {}): AsyncGenerator<Buffer> {
  const bytes = createReadStream(file)
  try {
    const chunks = (await isGzip(file)) ? unzipped(bytes, file) : (bytes as AsyncIterable<Buffer>)
    for await (const chunk of chunks) {
      see(bytes.bytesRead)
      yield chunk
    }
  } finally {
    bytes.destroy()
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b
  } finally {
    await handle.close()
  }
}

async function* unzipped(bytes: Readable, file: string): AsyncGenerator<Buffer> {
  try {
    const gunzip = createGunzip()
    bytes.on('error', (error) => gunzip.destroy(error))
    yield* bytes.pipe(gunzip) as AsyncIterable<Buffer>
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
    throw new Refusal(`${file} is damaged or incomplete (${error.message}). Nothing was imported.`, undefined, {
      cause: error,
    })
  }
}
