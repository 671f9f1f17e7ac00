import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { importsIn } from './gate/imports.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What main.ts loads for a server, whoever asks it for what. */
const START = [
  'src/main.ts',
  'src/settings.ts',
  'src/parley.ts',
  'src/cli/serve.ts',
  'src/web/server.ts',
  'src/jobs/jobs.ts',
]

/** What is loaded when somebody first needs it. */
const LATE: readonly (readonly [room: string, isPartOfIt: (file: string) => boolean])[] = [
  ['the desk', (file) => file.startsWith('src/web/desk/') && !file.endsWith('/routes.ts')],
  ['what accounts are looked after by', (file) => /^src\/web\/(?:account-security|sign-in)\/(?!routes\.ts)/.test(file)],
  ['the comparison of facts', (file) => file.startsWith('src/text/facts/')],
  ['the forms of names', (file) => file.startsWith('src/text/names/')],
  ['foreign formats', (file) => file.startsWith('src/exchange/')],
  ['the rest of a part that has an early.ts', (file) => hasEarlyDoor(file)],
]

test('what only staff or seldom anybody asks for is not loaded at the start', () => {
  const taken = takenAtStart()
  assert.ok(taken.size > 500, `${taken.size} files`)
  const found = [...taken.keys()].flatMap((file) =>
    LATE.filter(([, isPartOfIt]) => isPartOfIt(file)).map(([room]) => `${room}: ${wayTo(file, taken)}`),
  )
  assert.deepEqual(found, [])
})

/** What nobody who is served waits for: what is run by a command, chosen at the start, or a program of a thread of its own. */
const NOT_AHEAD = [
  /^src\/cli\//,
  /^src\/store\/dialect\//,
  /^src\/exchange\/demo\/index\.ts$/,
  /^src\/web\/http\/asset-build\.ts$/,
  /-worker\.ts$/,
]

test('what is loaded late is compiled ahead, whether a route leads there or not', () => {
  const early = [...takenAtStart().keys()]
  const ahead = new Set(
    early.filter((file) => file.endsWith('/routes.ts') || file === 'src/main.ts').flatMap(takenLateBy),
  )
  for (const file of ahead) for (const other of takenBy(file)) ahead.add(other)
  const known = new Set([...early, ...ahead])
  const left = [...known].flatMap(takenLateBy).filter((file) => !known.has(file))
  assert.deepEqual(
    left.filter((file) => !NOT_AHEAD.some((one) => one.test(file))),
    [],
  )
})

/** Every file that stands in memory then, and which one asked for it. */
function takenAtStart(): Map<string, string | undefined> {
  const taken = new Map<string, string | undefined>(START.map((file) => [file, undefined]))
  for (const [file] of taken) for (const other of takenBy(file)) if (!taken.has(other)) taken.set(other, file)
  return taken
}

function takenBy(file: string): string[] {
  return taken(file, false)
}

function takenLateBy(file: string): string[] {
  return taken(file, true)
}

function taken(file: string, late: boolean): string[] {
  const imports = importsIn(readFileSync(path.join(root, file), 'utf8'))
  return imports
    .filter(
      ({ from, isLate, typeOnly }) => from?.startsWith('.') && from.endsWith('.ts') && isLate === late && !typeOnly,
    )
    .map(({ from }) => path.posix.join(path.posix.dirname(file), from!))
}

function wayTo(file: string | undefined, taken: ReadonlyMap<string, string | undefined>): string {
  return file === undefined ? 'the start' : `${file} < ${wayTo(taken.get(file), taken)}`
}

function hasEarlyDoor(file: string): boolean {
  return /^src\/domain\/\w+\/index\.ts$/.test(file) && existsSync(path.join(root, path.dirname(file), 'early.ts'))
}
