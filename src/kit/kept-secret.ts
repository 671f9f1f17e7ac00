import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeOwnFolder } from './folder.ts'
import { secret } from './hash.ts'

export const SECRET_FILE = 'secret'
const SHORTEST = 32

/** The secret in the folder's file, which is made when there is none. Only its owner may read it. */
export function keptSecret(folder: string): string {
  const file = path.join(folder, SECRET_FILE)
  makeOwnFolder(folder)
  try {
    writeFileSync(file, `${secret()}${secret()}\n`, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const kept = readFileSync(file, 'utf8').trim()
  if (kept.length < SHORTEST) throw new Error(`${file} holds no secret; delete it, and a new one is made`)
  return kept
}
