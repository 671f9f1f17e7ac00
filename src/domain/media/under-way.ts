import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isOfTheDead } from '../../kit/left-behind.ts'
import { createNamedTurns } from '../../kit/named-turns.ts'
import type { Reading } from '../../store/index.ts'
import { byHash } from './pictures.ts'

const MARK = /^\.([0-9a-f]{64})\.\d+\.\d+$/
const turns = createNamedTurns()
let marked = 0

/** Notes in the folder that files of a picture come before its row, so that they can go if the row never does. */
export function markUnderWay(folder: string, hash: string): string {
  const mark = path.join(folder, `.${hash}.${++marked}.${process.pid}`)
  writeFileSync(mark, '')
  return mark
}

/** Ends what was noted, after the transaction that should have added the row: without one, the files go. */
export function settle(db: Reading, mark: string): Promise<void> {
  const [folder, hash] = [path.dirname(mark), MARK.exec(path.basename(mark))![1]!]
  return turns.oneAtATime(hash, async () => {
    rmSync(mark, { force: true })
    await removeUnwanted(db, folder, hash)
  })
}

/** Takes the files of a picture away whose row is gone, unless somebody is bringing it again. */
export function forgetPictureFiles(db: Reading, folder: string, hash: string): Promise<void> {
  return turns.oneAtATime(hash, () => removeUnwanted(db, folder, hash))
}

async function removeUnwanted(db: Reading, folder: string, hash: string) {
  if (!isWanted(folder, hash) && !(await byHash(db, hash)) && !isWanted(folder, hash)) removeFiles(folder, hash)
}

/** The same for what processes left behind that ended in the midst of it. */
export async function settleLeftBehind(db: Reading, folder: string): Promise<void> {
  for (const name of namesIn(folder))
    if (MARK.test(name) && isOfTheDead(name)) await settle(db, path.join(folder, name))
}

function removeFiles(folder: string, hash: string): void {
  for (const name of namesIn(folder)) if (name.startsWith(hash)) rmSync(path.join(folder, name), { force: true })
}

function isWanted(folder: string, hash: string): boolean {
  return namesIn(folder).some((name) => MARK.exec(name)?.[1] === hash)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
