import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { root } from '../run/command.ts'
import { decisionsIn, FORM, listed } from './drawing/decisions.ts'
import { drawing } from './drawing/drawing.ts'

test('every decision has a number of its own', () => {
  const numbers = decisionsIn(root).map(({ name }) => {
    assert.match(name, /^\d{3}-[a-z0-9-]+\.md$/)
    return name.slice(0, 3)
  })
  assert.deepEqual(numbers, [...new Set(numbers)])
})

test('every decision has a title, a day, and its context, decision and consequences in bold', () => {
  for (const { name, text } of decisionsIn(root)) assert.match(text, FORM, name)
})

test('the list of decisions and the drawing of the rooms are current: npm run docs', () => {
  const docs = (file: string) => readFileSync(path.join(root, 'docs', file), 'utf8')
  assert.equal(docs('decisions/README.md'), listed(root))
  assert.equal(docs('architecture.svg'), drawing(root))
})

test('the words of the house are in docs/vocabulary.md, each once', () => {
  const rows = readFileSync(path.join(root, 'docs/vocabulary.md'), 'utf8').matchAll(/^\| ([^|]+) \| [^|-]/gm)
  const words = [...rows].flatMap(([, words]) => words!.replaceAll('*', '').toLowerCase().split(', '))
  assert.deepEqual(
    words.filter((word, at) => word !== 'word' && words.indexOf(word) !== at),
    [],
  )
  for (const word of NOUNS) assert.ok(words.includes(word), word)
})

const NOUNS =
  `publication section article edition revision byline outlet party claim hop quote correction glossary gate override
discussion comment thread branch quotation reaction tombstone person role mute follow report case removal appeal ban rule journal
delivery channel trouble refusal reading writing`.split(/\s+/)

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
