import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** The checkout's folder. */
export const root = path.resolve(import.meta.dirname, '../..')

/** What became of one command of a run. */
export interface Outcome {
  name: string
  failed: boolean
  output: string
  seconds: number
}

/** Runs a command of the checkout to its end and keeps what it said. */
export async function outcomeOf(name: string, command: string, ...args: string[]): Promise<Outcome> {
  const start = performance.now()
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const [code] = await once(child, 'close')
  return { name, failed: code !== 0, output: output.trim(), seconds: (performance.now() - start) / 1000 }
}

/** One line on it, and what it said where it failed. */
export function told({ name, failed, output, seconds }: Outcome): string {
  const line = `${failed ? '✖' : '✔'} ${name} (${seconds.toFixed(1)} s)`
  return failed ? `${line}\n${output}` : line
}
