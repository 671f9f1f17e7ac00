import { createReadStream } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { makeFolder } from '../../../kit/folder.ts'
import type { MediaStore } from './media-store.ts'

/** Keeps files in a folder, in which they are made, too. */
export function onDisk(folder: string): MediaStore {
  const found = (name: string) => stat(path.join(folder, name)).catch(() => undefined)

  return {
    place: folder,
    workshop: folder,
    async make(work) {
      makeFolder(folder)
      await work(folder)
    },
    async open(name) {
      const file = await found(name)
      return file && { bytes: file.size, body: createReadStream(path.join(folder, name)) }
    },
    async about(name) {
      const file = await found(name)
      return file && { bytes: file.size, at: file.mtimeMs }
    },
    remove: (name) => rm(path.join(folder, name), { force: true }),
    async *names(beginning = '') {
      for (const name of await readdir(folder).catch(() => [])) if (name.startsWith(beginning)) yield name
    },
    complaint: async () => undefined,
  }
}
