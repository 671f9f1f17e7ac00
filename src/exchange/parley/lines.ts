import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../kit/refusal.ts'

export interface ExportLine {
  number: number
  text: string
}

/** Hears how many bytes of the file have been read. */
export type Seeing = (read: number) => void

/** A picture of the largest size, as base64, fits. */
const LONGEST_BYTES = 32 * 1024 * 1024
const LINE_FEED = 0x0a

/** The lines of an export, gzipped or not, as many at a time as come together. */
export async function* linesIn(file: string, see: Seeing = () => {}): AsyncGenerator<ExportLine[]> {
  const parts: Buffer[] = []
  let length = 0
  let number = 1
  for await (const chunk of chunksOf(file, see)) {
    const end = chunk.lastIndexOf(LINE_FEED)
    if (end >= 0) {
      const lines = linesOf(Buffer.concat([...parts, chunk.subarray(0, end)]), number)
      yield lines
      number += lines.length
      parts.length = length = 0
    }
    parts.push(chunk.subarray(end + 1))
    length += chunk.length - end - 1
    if (length > LONGEST_BYTES) throw atLine(number, `it is longer than ${LONGEST_BYTES} bytes.`)
  }
  const rest = Buffer.concat(parts)
  if (rest.length > 0) yield linesOf(rest, number)
}

export function atLine(number: number, sentence: string): Refusal {
  return new Refusal(`Line ${number}: ${sentence} Nothing was imported.`)
}

function linesOf(bytes: Buffer, first: number): ExportLine[] {
  const text = textOf(bytes)
  if (text === undefined) throw atLine(first + firstBroken(bytes), 'it is not UTF-8.')
  return text.split('\n').map((text, at) => ({ number: first + at, text }))
}

function firstBroken(bytes: Buffer): number {
  let lines = 0
  for (let start = 0; start <= bytes.length; lines++) {
    const end = bytes.indexOf(LINE_FEED, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (textOf(line) === undefined) return lines
    start += line.length + 1
  }
  return lines
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

async function* chunksOf(file: string, see: Seeing): AsyncGenerator<Buffer> {
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
