import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { COMMANDS } from '../../src/cli/commands.ts'
import { EXIT } from '../../src/kit/refusal.ts'
import { SETTINGS } from '../../src/settings.ts'
import { ROUTES } from '../../src/web/app.ts'

const docs = path.resolve(import.meta.dirname, '../../docs')
const pages = globSync(['*.md', 'pages/*.md'], { cwd: docs }).map((page) => readFileSync(path.join(docs, page), 'utf8'))
const text = pages.join('\n')

const settings = Object.values(SETTINGS).map(({ name }) => name)
const routes = ROUTES.map(({ method, path }) => `${method} ${path}`)

test('every setting has its place in docs/, and every one named there exists', () => {
  const named = new Set(text.match(/\bPARLEY_(?!TEST_)[A-Z_]+\b/g))
  assert.deepEqual(
    missing(settings, (name) => named.has(name)),
    [],
  )
  assert.deepEqual(
    missing([...named], (name) => settings.includes(name)),
    [],
  )
})

test('every route has its place in docs/, and every one named there exists', () => {
  const named = new Set(
    text.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`?\s]*)(?:\?[^`]*)?`/g).map(([, route]) => route!),
  )
  assert.deepEqual(
    missing(routes, (route) => named.has(route)),
    [],
  )
  assert.deepEqual(
    missing([...named], (route) => routes.includes(route)),
    [],
  )
})

test('every command has its place in docs/, with its options', () => {
  const wanted = COMMANDS.flatMap(({ name, options = [] }) => [
    `npx parley ${name}`,
    ...options.map((option) => option.name.split(/[ ,]/).find((word) => word.startsWith('--'))!),
  ])
  assert.deepEqual(
    missing([...new Set(wanted)], (words) => mentions(words)),
    [],
  )
})

test('every exit code has its row in docs/commands.md, and those of the bootstrap', async () => {
  const bootstrap = await import(path.resolve(import.meta.dirname, '../../bin/bootstrap/failure.js'))
  const codes: number[] = [...Object.values(EXIT), ...Object.values<number>(bootstrap.EXIT)]
  assert.equal(new Set(codes).size, codes.length, 'two meanings for one exit code')
  const commands = readFileSync(path.join(docs, 'commands.md'), 'utf8')
  assert.deepEqual(
    missing(codes, (code) => new RegExp(`^\\|\\s*\`?${code}\`?\\s*\\|`, 'm').test(commands)),
    [],
  )
})

test('the map of the house names files and verbs that there are', () => {
  const root = path.dirname(docs)
  const map = ['docs/architecture.md', 'CONTRIBUTING.md']
    .map((page) => readFileSync(path.join(root, page), 'utf8'))
    .join()
  const sources = globSync('src/**/*.ts', { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'))
  const verbs = [...map.matchAll(/`([a-z]+[A-Z]\w*)`/g)].map(([, name]) => name!)
  const files = [...map.matchAll(/`((?:src|client|test|docs)\/[\w./-]+)`/g)].map(([, file]) => file!)
  assert.deepEqual(
    missing(files, (file) => existsSync(path.join(root, file))),
    [],
  )
  assert.deepEqual(
    missing(verbs, (verb) => sources.some((source) => new RegExp(`\\b${verb}\\b`).test(source))),
    [],
  )
})

test('every dependency has its line, with its reason', () => {
  const wanted = ['..', '../bench/lighthouse'].flatMap((folder) => {
    const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
      readFileSync(path.join(docs, folder, 'package.json'), 'utf8'),
    )
    return Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies })
  })
  const lines = readFileSync(path.join(docs, 'decisions/002-dependencies.md'), 'utf8').split('\n')
  const listed = lines
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
  assert.deepEqual(listed.toSorted(), wanted.toSorted())
})

function mentions(words: string): boolean {
  return new RegExp(`(?<![\\w-])${RegExp.escape(words)}(?![\\w-])`).test(text)
}

function missing<T>(wanted: readonly T[], isThere: (one: T) => boolean): T[] {
  return wanted.filter((one) => !isThere(one))
}
