import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { sweepLeftBehind } from './left-behind.ts'

/**
 * Lets the work fill a file under a temporary name and gives it its own name when it is complete and on the disk; a
 * failure leaves what was there before.
 */
export async function atomicFile<T>(file: string, work: (temporary: string) => Promise<T>): Promise<T> {
  const beginning = `.${path.basename(file)}.`
  await sweepLeftBehind(path.dirname(file), (name) => name.startsWith(beginning))
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`)
  try {
    const answer = await work(temporary)
    await flush(temporary)
    await rename(temporary, file)
    await flush(path.dirname(file))
    return answer
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw named(error, temporary, file)
  }
}

/** Writes the chunks to a file of its own, which must not be there yet. */
export async function writeChunks(file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(chunks)
  } finally {
    await handle.close()
  }
}

/** What is said of the temporary name is meant of the file. */
function named(error: unknown, temporary: string, file: string): unknown {
  if (!(error instanceof Error) || !('errno' in error)) return error
  const path = 'path' in error ? error.path : temporary
  return path === temporary ? Object.assign(error, { path: file }) : error
}

async function flush(file: string) {
  const handle: FileHandle = await open(file)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
