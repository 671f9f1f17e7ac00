import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { EXIT } from '../../src/kit/refusal.ts'

const root = path.resolve(import.meta.dirname, '../..')
const page = readFileSync(path.join(root, 'docs/troubles.md'), 'utf8')
const code = ['src/**/*.ts', 'bin/**/*.js']
  .flatMap((glob) => globSync(glob, { cwd: root }))
  .filter((file) => !file.endsWith('.test.ts'))
const texts = code.map((file) => readFileSync(path.join(root, file), 'utf8'))

/** What operators meet when they start a server, wherever a database of theirs stands. */
const OF_OPERATORS = ['src/settings.ts', 'src/kit/', 'src/web/', 'src/store/dialect/', 'src/store/migrate.ts', 'bin/']

test('every exit code has its part in docs/troubles.md', async () => {
  const bootstrap = await import(path.join(root, 'bin/bootstrap/failure.js'))
  const codes = [...Object.values(EXIT), ...Object.values<number>(bootstrap.EXIT)].filter((one) => one !== EXIT.done)
  const told = [...page.matchAll(/^## (\d+)(?: and (\d+))?:/gm)].flatMap(([, one, other]) => [
    Number(one),
    ...(other ? [Number(other)] : []),
  ])
  assert.deepEqual(
    told.toSorted((a, b) => a - b),
    codes.toSorted((a, b) => a - b),
  )
})

test('every sentence in docs/troubles.md is one that the program says', () => {
  const all = texts.map(plain).join('\n')
  const sentences = [...page.matchAll(/`([^`\n]*[a-z]{2} [^`\n]*)`/g)]
    .map(([, sentence]) => sentence!)
    .filter((one) => /[.…]$/.test(one))
  assert.ok(sentences.length > 30)
  const unsaid = sentences.filter((sentence) => !piecesOf(sentence).every((piece) => all.includes(piece)))
  assert.deepEqual(unsaid, [])
})

test('every refusal that a server can start with stands there', () => {
  const missing = code.flatMap((file, at) => {
    if (!OF_OPERATORS.some((place) => file.startsWith(place))) return []
    const refusals = texts[at]!.matchAll(/new (?:Refusal|Failure)\(\s*(?:EXIT\.\w+,\s*)?[`']([^`']*)[`']/g)
    return [...refusals]
      .map(([, sentence]) => sentence!)
      .filter((sentence) => {
        const [longest = ''] = plain(sentence)
          .split('<>')
          .toSorted((a, b) => b.length - a.length)
        return !plain(page).includes(longest.slice(0, 40).trim())
      })
  })
  assert.deepEqual(missing, [])
})

/** With what differs as one sign. */
function plain(text: string): string {
  return text.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}|<[^<>`\n]*>/g, '<>').replaceAll("\\'", "'")
}

/** What a sentence says for certain, between what differs. */
function piecesOf(sentence: string): string[] {
  return plain(sentence)
    .replaceAll('…', '<>')
    .split('<>')
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 8)
}
