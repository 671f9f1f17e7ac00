import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { build, type Plugin } from 'esbuild'
import { addressesSpelledIn } from './gate/addresses.ts'
import { bannedIn, connectionBy } from './gate/banned.ts'
import { complaintAbout } from './gate/directions.ts'
import { type Import, importsIn } from './gate/imports.ts'

const root = path.resolve(import.meta.dirname, '../..')
const packages = Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies)
const files = globSync(['src/**/*.ts', 'client/**/*.ts'], { cwd: root }).filter((file) => !/\.test\.ts$/.test(file))

function complaintsAbout(file: string, text: string): string[] {
  const imports = importsIn(text)
  const directions = imports.map((one) => complaintAbout(file, one, packages))
  const ours = file.startsWith('src/')
    ? [...bannedIn(file, text), ...addressesSpelledIn(file, text), ...imports.map((one) => connectionBy(file, one))]
    : []
  return [...directions, ...ours].filter((complaint) => complaint !== undefined)
}

test('every file imports in the right direction and says nothing that is banned', () => {
  const found = files.flatMap((file) => {
    const complaints = complaintsAbout(file, readFileSync(path.join(root, file), 'utf8'))
    return complaints.map((complaint) => `${file}: ${complaint}`)
  })
  assert.deepEqual(found, [])
})

test('no import that a bundler sees escapes the gate', async () => {
  const seen: [file: string, from: string][] = []
  const watch: Plugin = {
    name: 'watch',
    setup: ({ onResolve }) =>
      onResolve({ filter: /.*/ }, ({ path: from, importer, kind }) => {
        if (kind === 'entry-point') return undefined
        seen.push([importer, from])
        return { path: from, external: true }
      }),
  }
  const entryPoints = files.map((file) => path.join(root, file))
  await build({
    entryPoints,
    bundle: true,
    write: false,
    outdir: root,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    plugins: [watch],
  })
  assert.ok(seen.length > files.length, `${seen.length} imports in ${files.length} files`)
  const escaped = seen.filter(([file, from]) => !importsIn(readFileSync(file, 'utf8')).some((one) => one.from === from))
  assert.deepEqual(escaped, [])
})

describe('an import is seen', () => {
  const KINDS: [text: string, expected: Partial<Import>][] = [
    [`import { a, b as c } from './x.ts'`, { names: ['a', 'b'], typeOnly: false }],
    [`import x, * as y from "./x.ts"`, { names: ['default', '*'] }],
    [`import {\n  a, // don't\n  b,\n} from './x.ts'`, { names: ['a', 'b'] }],
    [`import { type A, type B } from './x.ts'`, { typeOnly: true }],
    [`import type { A } from './x.ts'`, { typeOnly: true, names: ['A'] }],
    [`import type from './x.ts'`, { typeOnly: false }],
    [`import type A from './x.ts'`, { typeOnly: true }],
    [`import { type A, b } from './x.ts'`, { typeOnly: false }],
    [`import { 'a b' as c } from './x.ts'`, {}],
    [`import'./x.ts'`, { names: [] }],
    [`import /* why */ "./x.ts"`, { names: [] }],
    [`export * from './x.ts'`, { names: ['*'] }],
    [`export * as x from './x.ts'`, { names: ['*'] }],
    [`export { a } from './x.ts'`, { names: ['a'] }],
    [`export type { A } from './x.ts'`, { typeOnly: true }],
    [`await import('./x.ts')`, { names: ['*'] }],
    ['await import(`./x.ts`)', { names: ['*'] }],
    [`await import(\n  // lazily\n  "./x.ts",\n)`, { names: ['*'] }],
    [`await import('./x.ts', { with: { type: 'json' } })`, {}],
    [`let a: import('./x.ts').A`, {}],
    [`require('./x.ts')`, {}],
    [`new Worker(new URL('./x.ts', import.meta.url))`, {}],
    [`const a = 1;import a from './x.ts';const b = 2`, {}],
  ]
  for (const [text, expected] of KINDS) {
    test(text, () => {
      const [found, ...more] = importsIn(text)
      assert.deepEqual(more, [])
      assert.equal(found?.from, './x.ts')
      assert.deepEqual({ ...found, ...expected }, found)
    })
  }

  test('and a computed one is refused', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is planted
    for (const text of ['import(name)', 'import(`./${name}.ts`)', 'import(`./x` + name)']) {
      assert.deepEqual(
        complaintsAbout('src/web/planted.ts', text),
        ['an import must name its file in a plain string'],
        text,
      )
    }
  })

  test('and Array.from, a text and a property are none', () => {
    assert.deepEqual(
      importsIn(`Array.from('./x.ts'); say('from', './x.ts'); this.import('./x.ts'); sql\`select a from "x"\``),
      [],
    )
  })
})

describe('a planted import is', () => {
  const WRONG: [file: string, from: string, complaint: RegExp][] = [
    ['src/kit/planted.ts', '../store/index.ts', /kit may not know store/],
    ['src/kit/planted.ts', '../settings.ts', /kit may not know settings/],
    ['src/text/planted.ts', '../store/index.ts', /text may not know store/],
    ['src/text/planted.ts', '../domain/people/index.ts', /text may not know domain/],
    ['src/store/planted.ts', '../domain/people/index.ts', /store may not know domain/],
    ['src/domain/people/planted.ts', '../articles/index.ts', /articles stands after people/],
    ['src/domain/reach/planted.ts', '../people/person.ts', /entered by src\/domain\/people\/index\.ts/],
    ['src/domain/reach/planted.ts', '../../store/dialect/index.ts', /entered by src\/store\/index\.ts/],
    ['src/domain/reach/planted.ts', '../../web/app.ts', /domain may not know web/],
    ['src/domain/planted.ts', './people/index.ts', /staircase knows/],
    ['src/domain/other/planted.ts', '../people/index.ts', /staircase knows/],
    ['src/web/planted.ts', '../domain/discussion/comments.ts', /entered by/],
    ['src/web/planted.ts', '../cli/desk.ts', /web may not know cli/],
    ['src/web/planted.ts', '../exchange/page/index.ts', /web may not know exchange/],
    ['src/web/articles/planted.ts', '../../jobs/nightly.ts', /web may not know jobs/],
    ['src/web/planted.ts', '../parley.ts', /web may not know parley/],
    ['src/web/articles/planted.ts', '../comments/comment.ts', /entered by src\/web\/comments\/index\.ts/],
    ['src/web/articles/planted.ts', '../comments/routes.ts', /entered by src\/web\/comments\/index\.ts/],
    ['src/web/app.ts', './comments/comment.ts', /entered by src\/web\/comments\/index\.ts/],
    ['src/web/html/planted.ts', '../comments/index.ts', /html serves every noun/],
    ['src/addresses/planted.ts', '../domain/people/index.ts', /addresses may not know domain/],
    ['src/cli/planted.ts', '../web/app.ts', /cli may not know web/],
    ['src/jobs/planted.ts', '../cli/desk.ts', /jobs may not know cli/],
    ['src/exchange/page/planted.ts', '../../web/app.ts', /exchange may not know web/],
    ['src/exchange/page/planted.ts', '../../settings.ts', /exchange may not know settings/],
    ['src/settings.ts', './store/index.ts', /settings may not know store/],
    ['src/parley.ts', './main.ts', /parley may not know main/],
    ['src/kit/planted.ts', '../../test/shared.ts', /src knows only itself/],
    ['src/kit/planted.ts', '../../client/news.ts', /src knows only itself/],
    ['client/reading/planted.ts', '../../src/kit/ids.ts', /client knows only itself/],
    ['client/reading/planted.ts', '../desk/main.ts', /client\/reading may not know client\/desk/],
    ['client/desk/planted.ts', '../reading/entry.ts', /client\/desk may not know client\/reading/],
    ['client/shared/planted.ts', '../reading/entry.ts', /client\/shared may not know client\/reading/],
    ['src/kit/planted.ts', 'axe-core', /axe-core is not among/],
    ['src/kit/planted.ts', '@types/pg/index', /@types\/pg is not among/],
    ['src/kit/planted.ts', './ids', /must carry its ending/],
  ]
  for (const [file, from, complaint] of WRONG) {
    test(`refused: ${file} takes ${from}`, () => {
      const [found, ...more] = complaintsAbout(file, `import { a } from '${from}'`)
      assert.match(found ?? '', complaint)
      assert.deepEqual(more, [])
    })
  }

  const RIGHT: [file: string, text: string][] = [
    ['src/domain/reach/planted.ts', `import { a } from '../people/index.ts'`],
    ['src/domain/people/planted.ts', `import { a } from './person.ts'`],
    ['src/web/articles/planted.ts', `import { a } from '../html/template.ts'`],
    ['src/web/articles/planted.ts', `import { a } from '../comments/index.ts'`],
    ['src/web/app.ts', `import { routes } from './comments/routes.ts'`],
    ['src/domain/reach/planted.ts', `import { a } from '../sources/early.ts'`],
    ['src/web/articles/planted.ts', `import { a } from '../../domain/sources/early.ts'`],
    ['src/domain/reach/planted.ts', `import { paths } from '../../addresses/paths.ts'`],
    ['client/reading/planted.ts', `import type { A } from '../../src/web/live/batches.ts'`],
    ['client/desk/planted.ts', `import { a } from '../shared/drafts.ts'`],
    ['src/web/planted.ts', `import type { Parley } from '../parley.ts'`],
    ['src/cli/planted.ts', `import { a } from '../exchange/page/index.ts'`],
    ['src/kit/sentences.ts', `import en from '../../words/en.json' with { type: 'json' }`],
    ['src/main.ts', `import { a } from './web/app.ts'`],
    ['src/store/planted.ts', `import { a } from './dialect/index.ts'`],
  ]
  for (const [file, text] of RIGHT) {
    test(`allowed: ${file} with ${text}`, () => assert.deepEqual(complaintsAbout(file, text), []))
  }
})

describe('a planted text is', () => {
  const WRONG: [file: string, text: string, complaint: RegExp][] = [
    ['src/web/comments/planted.ts', `ask.form.one('words')`, /form\.one/],
    ['src/kit/planted.ts', 'const id = Math.random()', /Math\.random/],
    ['src/domain/people/planted.ts', 'sql.raw(words)', /sql\.raw/],
    ['src/store/dialect/planted.ts', 'sql.raw(words)', /sql\.raw/],
    ['src/domain/people/planted.ts', 'sql.lit(words)', /sql\.lit/],
    ['src/domain/people/planted.ts', 'new SqliteDialect()', /dialect/],
    ['src/store/planted.ts', 'if (isPostgres) return', /dialect/],
    ['src/web/planted.ts', 'process.env.HOME', /main\.ts/],
    ['src/web/planted.ts', `process['env']`, /main\.ts/],
    ['src/web/planted.ts', `import { env } from 'node:process'`, /env/],
    ['src/web/planted.ts', 'await fetch(url)', /outbound/],
    ['src/web/planted.ts', 'globalThis.fetch(url)', /outbound/],
    ['src/web/planted.ts', 'new WebSocket(url)', /outbound/],
    ['src/web/planted.ts', `import { connect } from 'node:net'`, /outbound/],
    ['src/web/planted.ts', `import net from 'node:net'`, /outbound/],
    ['src/web/planted.ts', `import * as https from 'https'`, /outbound/],
    ['src/web/planted.ts', `const { request } = await import('node:http')`, /outbound/],
    ['src/web/planted.ts', `import { createServer } from 'node:http'`, /listen/],
    ['src/domain/people/planted.ts', `import { Client } from 'pg'`, /outbound/],
    ['src/domain/people/planted.ts', `const { createTransport } = await import('nodemailer')`, /outbound/],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is planted
    ['src/domain/reach/planted.ts', 'const path = `${origin}/c/${id}`', /spelled by hand/],
    ['src/web/planted.ts', `href('/notices')`, /spelled by hand/],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is planted
    ['src/web/planted.ts', 'const to = `${paths.comment(id)}?language=${language}`', /spelled by hand/],
  ]
  for (const [file, text, complaint] of WRONG) {
    test(`refused: ${text}`, () => assert.match(complaintsAbout(file, text).join('\n'), complaint))
  }

  const RIGHT: [file: string, text: string][] = [
    ['src/store/dialect/sqlite.ts', `import { DatabaseSync } from 'node:sqlite'`],
    ['src/main.ts', 'settingsFrom(process.env)'],
    ['src/web/comments/routes.ts', `route('GET', '/c/:comment', permalink.show)`],
    ['src/web/server.ts', 'serve({ fetch: app.fetch })\napp.fetch(request)'],
    ['src/web/server.ts', `import { createServer, type Server } from 'node:http'`],
    ['src/web/planted.ts', `import type { ServerResponse } from 'node:http'`],
    ['src/web/planted.ts', `import { BlockList, isIP } from 'node:net'`],
    ['client/planted.ts', `await fetch('/me')`],
  ]
  for (const [file, text] of RIGHT) test(`allowed: ${text}`, () => assert.deepEqual(complaintsAbout(file, text), []))
})
