import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'

/** Names of files that are not complete end with the number of the process that writes them; a database keeps some beside its own. */
const UNDER_WAY = /\.(\d+)(?:-wal|-shm|-journal)?$/

/** Removes files that were not completed and whose process is gone. */
export async function sweepLeftBehind(folder: string, isOurs: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(isOurs))
    if (isOfTheDead(name)) await rm(path.join(folder, name), { recursive: true, force: true }).catch(() => {})
}

/** Whether a file was not completed, and the process that wrote it is gone. */
export function isOfTheDead(name: string): boolean {
  const [, pid] = UNDER_WAY.exec(name) ?? []
  return pid !== undefined && isGone(Number(pid))
}

/** @NOTE at its start a process has written nothing yet: a file with its number is of one before it, as in a container, where numbers come again. */
function isGone(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
