import { once } from 'node:events'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'

/** A file of an archive, made while it is written. */
export interface ZipEntry {
  name: string
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

/**
 * An archive of any size, made as fast as it is taken and never held whole; beyond 4 GB or 65,535 files it is ZIP64. Files carry one
 * moment.
 */
export function zipOf(entries: AsyncIterable<ZipEntry>, at: number): Readable {
  const opening = import('yazl')
  return Readable.from(bytesOf(entries, at, opening), { objectMode: false })
}

async function* bytesOf(entries: AsyncIterable<ZipEntry>, at: number, opening: Promise<typeof import('yazl')>) {
  const { ZipFile } = await opening
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const adding = addAll(zip, entries, new Date(at), out).catch((error) => out.destroy(error))
  try {
    yield* out as AsyncIterable<Uint8Array>
  } finally {
    out.destroy()
    await adding
  }
}

/** @NOTE the next file is made once the one before is written; nobody would take it sooner. */
async function addAll(
  zip: InstanceType<typeof import('yazl').ZipFile>,
  entries: AsyncIterable<ZipEntry>,
  mtime: Date,
  out: Readable,
) {
  const closed = once(out, 'close')
  for await (const { name, chunks } of entries) {
    if (out.destroyed) return
    const source = Readable.from(chunks, { objectMode: false })
    zip.addReadStream(source, name, { mtime })
    await Promise.race([finished(source), closed])
    if (out.destroyed) return void source.destroy()
  }
  zip.end()
}
