import { appendFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as nap } from 'node:timers/promises'

const NAP_MS = 200
/** A lock is made empty and named a moment later. */
const JUST_MADE_MS = 5_000
/** After a reboot the number in an old lock may be that of any process. */
const LONGEST_MS = 15 * 60_000

/**
 * Does the work while no other process does, by a lock file that names the processes at work. A lock whose processes
 * have all ended is taken over. `join(pid)` adds a process that must end, too, before the lock is free.
 */
export async function alone(file, work, { onWait = () => {} } = {}) {
  let waited = false
  while (!take(file) && (isHeld(file) || !takeOver(file))) {
    if (!waited) onWait()
    waited = true
    await nap(NAP_MS)
  }
  try {
    return await work({ join: (pid) => appendFileSync(file, `${pid}\n`) })
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Two may find the same lock dead; the slower must not take away the quicker one's new lock, so it looks again after the move. */
function takeOver(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return false
  }
  if (isHeld(aside)) {
    renameSync(aside, file)
    return false
  }
  rmSync(aside, { force: true })
  return take(file)
}

function isHeld(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs
    const pids = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number)
    return pids.length === 0 ? age < JUST_MADE_MS : age < LONGEST_MS && pids.some(isAlive)
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
