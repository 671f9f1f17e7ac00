// `npm run check`, `npm test`, `npm run bench`: installs what package-lock.json names, then becomes the task on the pinned Node.
import { existsSync } from 'node:fs'
import { failPlainly } from './bootstrap/failure.js'
import { compileCacheOf, handOver } from './bootstrap/hand-over.js'
import { ensureInstalled } from './bootstrap/install.js'
import { root } from './bootstrap/root.js'

const TASKS = {
  check: 'test/run/check.ts',
  test: 'test/run/test.ts',
  bench: 'bench/main.ts',
  gate: 'bench/gate/main.ts',
  lighthouse: 'bench/lighthouse/main.ts',
  docs: 'test/run/docs.ts',
  fonts: 'test/run/fonts.ts',
  'demo-pictures': 'test/run/demo-pictures.ts',
  languages: 'test/run/languages.ts',
  faults: 'test/faults/main.ts',
  'keep-release': 'test/run/keep-release.ts',
}
const BAD_USAGE = 2

const [task, ...rest] = process.argv.slice(2)
const file = TASKS[task] && `${root}/${TASKS[task]}`

if (!file) refuse(`There is no task "${task}"; there are ${Object.keys(TASKS).join(', ')}.`)
if (!existsSync(file)) refuse(`There is no ${TASKS[task]} in this version, so there is nothing to run.`)

try {
  const runtime = await ensureInstalled(root, { development: true })
  process.chdir(root)
  handOver(runtime, [file, ...rest], compileCacheOf(root))
} catch (error) {
  failPlainly(error)
}

function refuse(sentence) {
  process.stderr.write(`parley: ${sentence}\n`)
  process.exit(BAD_USAGE)
}
