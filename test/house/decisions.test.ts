import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { root } from '../run/command.ts'

const folder = path.join(root, 'docs/decisions')
const pages = globSync('*.md', { cwd: folder })
  .filter((name) => name !== 'README.md')
  .sort()
const text = (name: string) => readFileSync(path.join(folder, name), 'utf8')
const FORM =
  /^# ([^\n]+)\n\n(\d{4}-\d\d-\d\d)\n\n\*\*Context\.\*\* .*\n\n\*\*Decision\.\*\*[ \n].*\n\n\*\*Consequences\.\*\* /s

test('every decision has a number of its own', () => {
  for (const name of pages) assert.match(name, /^\d{3}-[a-z0-9-]+\.md$/)
  const numbers = pages.map((name) => name.slice(0, 3))
  assert.deepEqual(numbers, [...new Set(numbers)])
})

test('every decision has a title, a day, and its context, decision and consequences in bold', () => {
  for (const name of pages) assert.match(text(name), FORM, name)
})

test('every decision has its row in docs/decisions/README.md', () => {
  const rows = text('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| ['))
  const wanted = pages.map((name) => {
    const [, title, day] = FORM.exec(text(name)) ?? []
    return `| [${name.slice(0, 3)}](${name}) | ${title} | ${day} |`
  })
  assert.deepEqual(rows, wanted)
})

test('every link of the documentation leads to a file', () => {
  const documents = ['*.md', 'docs/**/*.md'].flatMap((glob) => globSync(glob, { cwd: root }))
  const broken = documents.flatMap((document) => {
    const prose = readFileSync(path.join(root, document), 'utf8').replace(/```.*?```|`[^`\n]*`/gs, '')
    const links = prose.matchAll(/\]\((?!\w+:|\/)([^)#\s]+)(?:#[^)]*)?\)/g)
    const targets = [...links].map(([, link]) => path.join(path.dirname(document), link!))
    return targets.filter((target) => globSync(target, { cwd: root }).length === 0).map((target) => [document, target])
  })
  assert.deepEqual(broken, [])
})
