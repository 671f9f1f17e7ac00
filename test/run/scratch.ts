import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'

const MEMORY = '/dev/shm'
const LEAST_FREE_BYTES = 4 * 1024 ** 3
const LIKE_TMP = 0o1777

/** Lets the tests keep their files in memory where there is room, so that they need not wait for a disk that others use, too; gives what ends that. */
export function scratchInMemory(): () => void {
  if (process.env.TMPDIR || freeBytes() < LEAST_FREE_BYTES) return () => {}
  const folder = mkdtempSync(path.join(MEMORY, 'parley-tests-'))
  chmodSync(folder, LIKE_TMP)
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

function freeBytes(): number {
  if (process.platform !== 'linux') return 0
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize
}
