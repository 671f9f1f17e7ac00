import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../kit/refusal.ts'

export interface Line {
  number: number
  text: string
}

/** A picture of the largest size, as base64, fits. */
const LONGEST_BYTES = 32 * 1024 * 1024
const LINE_FEED = 0x0a

/** The lines of an export, gzipped or not, one at a time; tells how many bytes of the file have been read. */
export async function* linesIn(file: string, read: (bytes: number) => void = () => {}): AsyncGenerator<Line> {
  const parts: Buffer[] = []
  let length = 0
  let number = 1
  for await (const chunk of await chunksOf(file, read)) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      parts.push(chunk.subarray(start, end))
      yield { number, text: textOf(parts, number) }
      parts.length = length = 0
      number++
      start = end + 1
    }
    parts.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > LONGEST_BYTES) throw atLine(number, `it is longer than ${LONGEST_BYTES} bytes.`)
  }
  const rest = textOf(parts, number)
  if (rest !== '') yield { number, text: rest }
}

export function atLine(number: number, sentence: string): Refusal {
  return new Refusal(`Line ${number}: ${sentence} Nothing was imported.`)
}

function textOf(parts: readonly Buffer[], number: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts))
  } catch {
    throw atLine(number, 'it is not UTF-8.')
  }
}

async function* chunksOf(file: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  const bytes = createReadStream(file)
  try {
    const chunks = (await isGzip(file)) ? unzipped(bytes, file) : (bytes as AsyncIterable<Buffer>)
    for await (const chunk of chunks) {
      read(bytes.bytesRead)
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
