import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** All bytes of all files in a folder and below it. */
export function bytesIn(folder: string): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name))
  return Buffer.concat(files.map((file) => readFileSync(file)))
}
