import { endLike } from './signals.js'

/** Exit codes of the bootstrap alone; those of Parley itself stand in src/kit/refusal.ts. */
export const EXIT = { notInstalled: 10, unsupported: 11 }

/** What the operator reads instead of a stack. */
export class Failure extends Error {
  constructor(exit, sentence) {
    super(sentence)
    this.exit = exit
  }
}

/** The operator (or the system) ended the work by a signal. */
export class Interruption extends Error {
  constructor(signal) {
    super(`Ended by ${signal}`)
    this.signal = signal
  }
}

/** Says what went wrong and ends the process; an error that is neither of these is a fault of ours and keeps its stack. */
export function failPlainly(error) {
  if (error instanceof Interruption) return endLike(null, error.signal)
  if (!(error instanceof Failure)) throw error
  process.stderr.write(`parley: ${error.message}\n`)
  process.exit(error.exit)
}
