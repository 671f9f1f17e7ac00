import { availableParallelism } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'
import { root } from './command.ts'

/** No test takes longer; watchdog.ts sees to whole files, so nothing hangs. */
const LONGEST_MS = 120_000
const WATCHDOG = `--import=${pathToFileURL(path.join(import.meta.dirname, 'watchdog.ts'))}`
const AT_ONCE = availableParallelism()

/** What became of all tests. */
export interface Tally {
  failed: boolean
  /** By name, with the reason. */
  leftOut: string[]
  /** How long each file took, the slowest first. */
  files: { file: string; seconds: number }[]
  /** node:test's own closing lines. */
  closing: string[]
}

/** Runs the test files as `node --test` does and writes what it writes. */
export async function runTests(globPatterns: readonly string[]): Promise<Tally> {
  const tally: Tally = { failed: false, leftOut: [], files: [], closing: [] }
  const stream = run({ cwd: root, globPatterns, concurrency: AT_ONCE, timeout: LONGEST_MS, execArgv: [WATCHDOG] })
  stream.on('test:fail', ({ todo }) => {
    if (todo === undefined) tally.failed = true
  })
  stream.on('test:pass', ({ name, skip }) => {
    if (skip !== undefined) tally.leftOut.push(typeof skip === 'string' ? `${name} (${skip})` : name)
  })
  stream.on('test:diagnostic', ({ nesting, message }) => {
    if (nesting === 0 && message === 'tests 0') tally.failed = true
    if (nesting === 0 && /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/.test(message)) {
      tally.closing.push(`ℹ ${message}`)
    }
  })
  stream.on('test:summary', ({ file, duration_ms }) => {
    if (file) tally.files.push({ file: path.relative(root, file), seconds: duration_ms / 1000 })
  })
  await pipeline(stream.compose(spec), process.stdout, { end: false })
  tally.files.sort((one, other) => other.seconds - one.seconds)
  return tally
}
