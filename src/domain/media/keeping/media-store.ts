import path from 'node:path'
import { atomicFile, writeChunks } from '../../../kit/atomic-file.ts'

/** A file as it comes; it must be read or let go. */
export interface MediaFile {
  bytes: number
  /** Ends in an error where it breaks off. */
  body: AsyncIterable<Uint8Array>
}

/** Where the files of pictures are kept, by their names. Throws Trouble where that cannot be reached. */
export interface MediaStore {
  /** For the operator. */
  place: string
  /** A folder of this machine, in which what is under way is noted. */
  workshop: string
  /** Has files made in a folder, and takes in those that are named in the end. */
  make(work: (folder: string) => Promise<readonly string[]>): Promise<void>
  open(name: string): Promise<MediaFile | undefined>
  about(name: string): Promise<{ bytes: number; at: number } | undefined>
  remove(name: string): Promise<void>
  /** Those whose names begin so. */
  names(beginning?: string): AsyncIterable<string>
  /** Why it cannot be used at present, in a sentence for the operator; undefined where it can. */
  complaint(): Promise<string | undefined>
}

/** A whole file; undefined where there is none. */
export async function bytesOf(store: Pick<MediaStore, 'open'>, name: string): Promise<Buffer | undefined> {
  const file = await store.open(name)
  return file && Buffer.concat(await Array.fromAsync(file.body))
}

/** Keeps bytes under a name, in place of what was there. */
export function keepBytes(store: Pick<MediaStore, 'make'>, name: string, bytes: Uint8Array): Promise<void> {
  return store.make(async (folder) => {
    await atomicFile(path.join(folder, name), (temporary) => writeChunks(temporary, one(bytes)))
    return [name]
  })
}

async function* one(bytes: Uint8Array) {
  yield bytes
}

const KEPT = /^[0-9a-f]{64}(?:\.orig|-\d+\.webp)$/

/** Whether a file is one that cannot be drawn again by itself when somebody asks for it. */
export function isKeptName(name: string): boolean {
  return KEPT.test(name)
}
