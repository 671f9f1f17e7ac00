import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { EVENTS } from '../../src/parley.ts'
import type { EventType } from '../../src/store/index.ts'

const root = path.resolve(import.meta.dirname, '../..')
const kinds = EVENTS.map(({ kind }) => kind)

/** What stood in the journals of version 0.1.0: these names stay. */
const OF_OLD = [
  'article.changed',
  'comment.edited',
  'comment.posted',
  'comment.quoted',
  'comment.reacted',
  'comment.removed',
  'comment.restored',
  'discussion.imported',
  'discussion.languages',
  'edition.changed',
  'edition.published',
  'import.done',
  'person.claimed',
  'person.renamed',
  'person.role',
  'publication.changed',
  'publication.restored',
  'quotation.changed',
  'quotations.changed',
]

/** Some sentences have the names of kinds. */
const SENTENCE = /(?:\b(?:say|sentenceHtml|sentenceText)\((?:\w+(?:\.\w+)*, )?|new Trouble\('[\w-]+', )$/
const LITERAL = /(['"`])([a-z]+\.[a-z-]+)\1/g
const PIECE = /\bkind\b[^\n]{0,3}\.(?:startsWith|endsWith|includes|match|split)\(/

function complaintsAbout(text: string): string[] {
  const literals = [...text.matchAll(LITERAL)].filter(({ 2: word, index }) => {
    return kinds.includes(word!) && !SENTENCE.test(text.slice(0, index))
  })
  const piece = /journal|store\/index/i.test(text) ? PIECE.exec(text) : null
  return [...literals.map(([literal]) => literal), ...(piece ? [piece[0]] : [])]
}

test('every event that a part declares is known to the whole, and to it alone', async () => {
  const files = globSync('src/**/events.ts', { cwd: root })
  const declared = await Promise.all(files.map((file) => import(path.join(root, file))))
  const events = declared.flatMap((part) => Object.values(part).filter(isEvent))
  assert.deepEqual(new Set(EVENTS), new Set(events))
  assert.equal(new Set(kinds).size, kinds.length)
})

test('what stands in journals keeps its name', () => {
  assert.deepEqual(
    OF_OLD.filter((kind) => !kinds.includes(kind)),
    [],
  )
})

test('no kind is spelled outside the file that declares it', () => {
  const files = globSync(['src/**/*.ts', 'client/**/*.ts'], { cwd: root })
  const others = files.filter((file) => !/(?:\.test|\/events)\.ts$/.test(file))
  const found = others.flatMap((file) =>
    complaintsAbout(readFileSync(path.join(root, file), 'utf8')).map((complaint) => `${file}: ${complaint}`),
  )
  assert.deepEqual(found, [])
})

test('a kind that is spelled is seen', () => {
  for (const text of [
    `entries.some(({ kind }) => kind === 'comment.posted')`,
    `new Set(["comment.removed"])`,
    `import { type Entry } from '../store/index.ts'\nkind.startsWith('comment.')`,
  ])
    assert.equal(complaintsAbout(text).length, 1, text)
  for (const text of [`say('comment.removed')`, `throw new Trouble('gone', 'comment.removed')`, `say('front.title')`])
    assert.deepEqual(complaintsAbout(text), [], text)
})

function isEvent(value: unknown): value is EventType {
  return typeof value === 'object' && value !== null && 'touchedBy' in value
}
