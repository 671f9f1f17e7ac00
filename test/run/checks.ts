import path from 'node:path'
import { type Outcome, outcomeOf, root, told } from './command.ts'

/** Both are scripts for Node, which need not be the one on the path. */
const tool = (name: string) => [process.execPath, path.join(root, 'node_modules/.bin', name)] as const

/** Types, and format with lint, side by side; each is told as soon as it is done. */
export function checks(): Promise<Outcome>[] {
  return [
    outcomeOf('types', ...tool('tsc'), '--noEmit', '-p', '.'),
    outcomeOf('format and lint', ...tool('biome'), 'check', '--error-on-warnings', '.'),
  ].map(tell)
}

/** Which way imports run. */
export function importGate(): Promise<Outcome> {
  return tell(
    outcomeOf(
      'import gate',
      process.execPath,
      '--test',
      'test/house/import-gate.test.ts',
      'test/house/circles.test.ts',
    ),
  )
}

async function tell(outcome: Promise<Outcome>): Promise<Outcome> {
  const done = await outcome
  process.stdout.write(`${told(done)}\n`)
  return done
}
