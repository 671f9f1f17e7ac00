import { setTimeout } from 'node:timers/promises'
import { randomBetween } from '../../support/chance.ts'
import { begun, type Environment, ran } from '../../support/process.ts'

/** By when a command is at its work, and by when it is done; the latter follows a machine that is now slower, now quicker. */
export interface Span {
  fromMs: number
  toMs: number
}

const SOONER = 0.8
const LATER = 1.04

/** Begins a command and kills it at a moment of that span; says how it ended, and what it printed. */
export async function killedWithin(span: Span, environment: Environment, ...words: string[]) {
  const child = begun(environment, ...words)
  const atMs = randomBetween(Math.floor(span.fromMs), Math.ceil(Math.max(span.toMs, span.fromMs + 1)))
  await Promise.race([setTimeout(atMs), child.ended])
  await child.kill()
  const ended = await child.ended
  span.toMs *= ended === 'killed' ? LATER : SOONER
  return { ended, printed: child.printed() }
}

/** Runs a command to its good end; gives the milliseconds that this took. */
export async function took(environment: Environment, ...words: string[]): Promise<number> {
  const began = performance.now()
  const { code, printed } = await ran(LONGEST_MS, environment, ...words)
  if (code !== 0) throw new Error(`${words.join(' ')}: ${printed}`)
  return performance.now() - began
}

/** What the doctor finds wrong when it counts all again. */
export async function wrongIn(environment: Environment): Promise<string> {
  const { code, printed } = await ran(LONGEST_MS, environment, 'doctor', '--recount')
  return code === 0 ? '' : printed
}

/** @NOTE a machine that others load takes its time for whatever is counted again. */
const LONGEST_MS = 600_000
