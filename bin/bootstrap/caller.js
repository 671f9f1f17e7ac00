import { readFileSync } from 'node:fs'

const LOOK_MS = 250

/** npm sets this for whatever it runs. */
export const calledByNpm = process.env.npm_lifecycle_event !== undefined

/** Calls back when npm is gone: a SIGTERM ends npm at once, and it passes none on to what it runs. */
export function onNpmGone(callback) {
  const [parent, grandparent] = ancestors()
  const timer = setInterval(() => {
    const now = ancestors()
    if (now[0] === parent && now[1] === grandparent) return
    clearInterval(timer)
    callback()
  }, LOOK_MS)
}

/** npm stands directly above, or above the shell that it uses; elsewhere than on Linux that shell makes way by itself. */
function ancestors() {
  const stat = statOf(process.ppid)
  return /^\d+ \((?:sh|dash|bash|ash)\)/.test(stat) ? [process.ppid, parentIn(stat)] : [process.ppid]
}

function parentIn(stat) {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return ''
  }
}
