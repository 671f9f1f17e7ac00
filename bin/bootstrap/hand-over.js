import { spawn } from 'node:child_process'
import { calledByNpm, onNpmGone } from './caller.js'
import { EXIT, Failure, failPlainly } from './failure.js'
import { catchSignals, endLike } from './signals.js'

/** Compiled code is kept between starts. */
export function compileCacheOf(root) {
  return { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? `${root}/node_modules/.cache/parley` }
}

/** @NOTE Node marks whatever is open to be closed when it becomes another. */
const LOST_SOCKET = 'A socket was handed over (LISTEN_FDS), which Node does not pass on. Start bin/parley.sh instead.'

/**
 * Becomes the command where Node can (from 22.15), so that signals, exit code and terminal are the command's own. Else,
 * and under npm, stays as a parent that passes them on.
 */
export function handOver(command, args, more = {}) {
  const env = { ...process.env, ...more }
  if (process.env.LISTEN_PID === String(process.pid)) throw new Failure(EXIT.unsupported, LOST_SOCKET)
  if (process.execve && !calledByNpm) process.execve(command, [command, ...args], env)
  const signals = catchSignals()
  const child = spawn(command, args, { stdio: 'inherit', env })
  signals.passTo(child)
  if (calledByNpm) onNpmGone(() => child.kill('SIGTERM'))
  child.on('error', (error) =>
    failPlainly(new Failure(EXIT.unsupported, `${command} could not be started: ${error.message}`)),
  )
  child.on('exit', (code, signal) => {
    signals.release()
    endLike(code, signal)
  })
}
