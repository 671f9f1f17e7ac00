import { statfs } from 'node:fs/promises'

/** With less than this the operator is warned: a backup or a vacuum may find no room any more. */
export const LEAST_FREE_BYTES = 500_000_000

/** How much this user may still write where a folder stands. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** What the operator is told where there is too little; undefined where there is enough. */
export async function tooLittleSpace(folder: string, least = LEAST_FREE_BYTES): Promise<string | undefined> {
  const free = await freeBytes(folder)
  if (free < least) return `Only ${Math.floor(free / 1e6)} MB are free where ${folder} stands.`
}
