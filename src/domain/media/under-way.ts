import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isOfTheDead } from '../../kit/left-behind.ts'
import { createNamedTurns } from '../../kit/named-turns.ts'
import type { Reading } from '../../store/index.ts'
import type { MediaStore } from './keeping/media-store.ts'
import { byHash } from './pictures.ts'

const MARK = /^\.([0-9a-f]{64})\.\d+\.\d+$/
const turns = createNamedTurns()
let marked = 0

/** Notes on this machine that files of a picture come before its row, so that they can go if the row never does. */
export function markUnderWay({ workshop }: MediaStore, hash: string): string {
  const mark = path.join(workshop, `.${hash}.${++marked}.${process.pid}`)
  writeFileSync(mark, '')
  return mark
}

/** Ends what was noted, after the transaction that should have added the row: without one, the files go. What cannot go now stays noted for the next start. */
export function settle(db: Reading, media: MediaStore, mark: string): Promise<void> {
  const hash = MARK.exec(path.basename(mark))![1]!
  return turns.oneAtATime(hash, async () => {
    rmSync(mark, { force: true })
    try {
      await removeUnwanted(db, media, hash)
    } catch (error) {
      writeFileSync(mark, '')
      throw error
    }
  })
}

/** Takes the files of a picture away whose row is gone, unless somebody is bringing it again. */
export function forgetPictureFiles(db: Reading, media: MediaStore, hash: string): Promise<void> {
  return turns.oneAtATime(hash, () => removeUnwanted(db, media, hash))
}

async function removeUnwanted(db: Reading, media: MediaStore, hash: string) {
  const { workshop } = media
  if (isWanted(workshop, hash) || (await byHash(db, hash)) || isWanted(workshop, hash)) return
  for (const name of await Array.fromAsync(media.names(hash))) await media.remove(name)
}

/** The same for what processes left behind that ended in the midst of it. */
export async function settleLeftBehind(db: Reading, media: MediaStore): Promise<void> {
  const { workshop } = media
  for (const name of namesIn(workshop))
    if (MARK.test(name) && isOfTheDead(name)) await settle(db, media, path.join(workshop, name))
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
