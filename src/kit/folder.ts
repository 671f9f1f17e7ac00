import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { EXIT, Refusal } from './refusal.ts'

const ANY = 0o777
const OWNER_ALONE = 0o700

/**
 * Makes a folder, and those above it that are missing; throws what stands in the way.
 * @NOTE Node's own way tries for ever where a folder is there and none can be made in it, as in /proc.
 */
export function makeFolder(folder: string, mode = ANY): void {
  const above = path.dirname(folder)
  if (!existsSync(above) && above !== folder) makeFolder(above, mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** Makes one for its owner alone; throws a Refusal that says what stands in the way. */
export function makeOwnFolder(folder: string): void {
  try {
    makeFolder(folder, OWNER_ALONE)
  } catch (error) {
    throw new Refusal(
      `The folder ${folder} cannot be made (${(error as Error).message}). Set PARLEY_DATA to one that this user may write.`,
      EXIT.readOnly,
      { cause: error },
    )
  }
}
