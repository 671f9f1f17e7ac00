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

/** So many files may be unsteady; where more fail, the checkout is broken. */
const MOST_UNSTEADY = 5

/** What became of all tests. */
export interface Tally {
  failed: boolean
  /** The files of which a test failed. */
  failedFiles: Set<string>
  /** By name, with the reason. */
  leftOut: string[]
  /** How long each file took, the slowest first. */
  files: { file: string; seconds: number }[]
  /** node:test's own closing lines. */
  closing: string[]
}

/** Runs the test files as `node --test` does and writes what it writes. */
export async function runTests(globPatterns: readonly string[], concurrency = AT_ONCE): Promise<Tally> {
  const tally: Tally = { failed: false, failedFiles: new Set(), leftOut: [], files: [], closing: [] }
  const stream = run({ cwd: root, globPatterns, concurrency, timeout: LONGEST_MS, execArgv: [WATCHDOG] })
  stream.on('test:fail', ({ todo, file }) => {
    if (todo !== undefined) return
    tally.failed = true
    if (file) tally.failedFiles.add(path.relative(root, file))
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

/** Runs the few files that failed once more, one by one, and names those that pass then; a run of which all do has passed. */
export async function unsteadyOf(tally: Tally): Promise<string[]> {
  const { failedFiles } = tally
  if (failedFiles.size === 0 || failedFiles.size > MOST_UNSTEADY) return []
  process.stdout.write(`\nOnce more, by themselves: ${[...failedFiles].join(', ')}\n`)
  const again = await runTests([...failedFiles], 1)
  tally.failed = again.failed
  return [...failedFiles].filter((file) => !again.failedFiles.has(file))
}
