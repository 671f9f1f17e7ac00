import { constants } from 'node:os'
import { isatty } from 'node:tty'

const PASSED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2']
/** What a terminal sends to every process of the foreground group by itself. */
const FROM_TERMINAL = ['SIGINT', 'SIGQUIT', 'SIGHUP']

/**
 * Catches signals for a child: `passTo` sends it those that came and will come, but for those that a terminal has already
 * sent to it; `release` ends this and answers with the last one.
 */
export function catchSignals() {
  const atTerminal = [0, 1, 2].some((fd) => isatty(fd))
  let last
  let child
  const listeners = PASSED.map((signal) => {
    const listener = () => {
      last = signal
      if (!(atTerminal && FROM_TERMINAL.includes(signal))) child?.kill(signal)
    }
    process.on(signal, listener)
    return [signal, listener]
  })
  return {
    passTo(one) {
      child = one
      if (last) child.kill(last)
    },
    release() {
      for (const [signal, listener] of listeners) process.off(signal, listener)
      return last
    },
  }
}

/** Ends this process as the child ended: with its exit code, or by its signal. */
export function endLike(code, signal) {
  if (signal === null) process.exit(code)
  process.kill(process.pid, signal)
  setTimeout(() => process.exit(128 + constants.signals[signal]), 100)
}
