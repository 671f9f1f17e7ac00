import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

/** Where a gzip header names the system that wrote it, and what stands for an unknown one. Source: RFC 1952, 2.3.1. */
const SYSTEM = 9
const UNKNOWN = 255

/** The lines gzipped, with neither time nor system in the header, so that equal lines give equal bytes. */
export async function* compressed(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  const source = Readable.from(lines)
  const gzip = createGzip()
  source.on('error', (error) => gzip.destroy(error))
  for await (const chunk of source.pipe(gzip) as AsyncIterable<Buffer>) {
    if (isFirst) chunk[SYSTEM] = UNKNOWN
    isFirst = false
    yield chunk
  }
}
