import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { atomicFile } from '../../../kit/atomic-file.ts'
import { stableJson } from '../../../kit/json.ts'
import { type SignedHead, signedHead } from './log-head.ts'

/** Beside the database, and in every backup. */
export const LOG_HEAD_FILE = 'moderation-log.json'

export async function writeHead(file: string, head: SignedHead): Promise<void> {
  await atomicFile(file, (temporary) => writeFile(temporary, headText(head), { flag: 'wx', mode: 0o600 }))
}

/** What stands in the file. */
export function headText(head: SignedHead): string {
  return `${stableJson(head)}\n`
}

/** Undefined where there is no such file; 'damaged' where it holds no head. */
export async function headIn(file: string): Promise<SignedHead | 'damaged' | undefined> {
  if (!existsSync(file)) return
  try {
    return signedHead.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return 'damaged'
  }
}
