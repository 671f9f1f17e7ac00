import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { root } from '../run/command.ts'
import { selectionOf, testedNouns } from '../run/selection.ts'

const NAPS = [
  /\bwaitForTimeout\(/,
  /\bsetTimeout\((?:[^()]|\([^()]*\))*,\s*[\w.]+\s*\)/,
  /import [^'\n]*\bset(?:Timeout|Interval)\b[^'\n]* from 'node:timers\/promises'/,
  /\bscheduler\.wait\(/,
  /\bAtomics\.wait\(/,
]
/** Where time has to go by, with the reason. */
const MAY_NAP: Record<string, string> = {
  'test/support/until.ts': 'looks again after a moment',
  'test/support/checkout.ts': 'holds a program that takes a while to end and an npm that takes a while to install',
  'test/run/watchdog.ts': 'ends a file that takes too long',
  'test/faults/disasters.ts': 'a database is silent for so long',
  'test/faults/kills/moment.ts': 'kills at any moment',
  'test/faults/kills/posting.ts': 'kills at any moment',
  'test/faults/main.ts': 'looks how busy the machine is',
  'test/faults/overload/crowd.ts': 'people come at a rate',
  'test/faults/publication.ts': 'posts no faster than people would, and again where it was told to wait',
}

const files = globSync(['test/**/*.ts', '{src,client}/**/*.test.ts'], { cwd: root }).map((file) => ({
  file,
  text: readFileSync(path.join(root, file), 'utf8'),
}))

const napsIn = (text: string) => NAPS.some((nap) => nap.test(text))

test('no test naps: it waits for a condition', () => {
  const naps = files.filter(({ file, text }) => !(file in MAY_NAP) && napsIn(text)).map(({ file }) => file)
  assert.deepEqual(naps, [])
  for (const planted of [
    'await page.wait' + 'ForTimeout(50)',
    'new Promise((soon) => set' + 'Timeout(soon, 50))',
    'set' + 'Timeout(() => end(), NAP_MS)',
    'import { set' + "Timeout as nap } from 'node:timers/promises'",
  ])
    assert.ok(napsIn(planted), planted)
})

test('every random test goes by the seed of the run', () => {
  const draws = /from 'fast-check'|import \{ randomInt \}/
  const drawing = files.filter(({ file, text }) => !file.includes('house') && draws.test(text)).map(({ file }) => file)
  assert.deepEqual(drawing.sort(), ['test/run/test.ts', 'test/support/chance.ts'])
})

test('`npm test` takes nouns, on SQLite where nothing else is said, and files, on both', () => {
  const said = ''
  assert.deepEqual(selectionOf([], said), { globs: [], databases: 'both', again: false })
  assert.deepEqual(selectionOf(['--again'], said), { globs: [], databases: 'both', again: true })
  assert.deepEqual(selectionOf(['moderation'], said), {
    globs: ['{src,client,test}/**/moderation/**/*.test.ts'],
    databases: 'sqlite',
    again: false,
  })
  assert.equal(selectionOf(['moderation', '--postgres'], said).databases, 'postgres')
  assert.equal(selectionOf(['moderation'], 'both').databases, 'both')
  assert.deepEqual(selectionOf(['test/house/'], said).globs, ['test/house/**/*.test.ts'])
  assert.deepEqual(selectionOf(['test/house/tests.test.ts'], said), {
    globs: ['test/house/tests.test.ts'],
    databases: 'both',
    again: false,
  })
})

test('a noun that is none is said, with the one that was meant and all there are', () => {
  assert.throws(() => selectionOf(['moderaton']), /No folder of tests is named "moderaton"\. Is "moderation" meant\?/)
  assert.throws(() => selectionOf(['support']), /There are account, .*, articles, .*, web\.$/)
  assert.throws(() => selectionOf(['test/none.test.ts']), /There is no file "test\/none\.test\.ts"\./)
  assert.throws(() => selectionOf(['moderation', '--mysql']), /"--mysql" is none of --sqlite, --postgres, --both\./)
})

test('no folder of support holds tests', () => {
  assert.ok(!testedNouns().includes('support'))
})
