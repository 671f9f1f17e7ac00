import assert from 'node:assert/strict'
import { mkdtempDisposable, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { HARBOUR, harbourWith, lineOf } from '../../../test/support/harbour-page.ts'
import { EXIT, Refusal } from '../../kit/refusal.ts'
import { bytesOf } from './capture.ts'
import { readPage } from './page.ts'

const DUBLIN = { language: 'en', zone: 'Europe/Dublin' }

describe('a captured page is refused', () => {
  const cases: [why: string, bytes: () => Uint8Array, sentence: RegExp][] = [
    ['when it is empty', () => new Uint8Array(), /^Line 1: the file is empty\.$/],
    ['when it is blank', () => Buffer.from(' \n\n'), /^Line 1: the file is empty\.$/],
    [
      'when it is no such page',
      () => Buffer.from('Dear diary,\n\ntoday the boat was late.\n'),
      /^Line 3: the file ends without the line that asks readers to sign in to comment/,
    ],
    [
      'when no article stands above the comments',
      () => Buffer.from('Harbour Notes\n\nDear reader, to leave comments on the publication, you must sign in.\n'),
      /^Line 3: above it there should be the name of the publication, a title, and an article\.$/,
    ],
    ['when it is not UTF-8', notUtf8, /^Line 3: the file is not UTF-8\.$/],
    [
      'when it holds U+0000',
      () => harbourWith({ 'Which helps': '\0' }),
      new RegExp(`^Line ${lineOf('Which helps')}: the character U\\+0000 stands in it`),
    ],
    [
      'when a comment is deeper than its parent allows',
      () => harbourWith({ '    1. Tern\n      Tern 4': '      1. Tern\n        Tern 4' }),
      new RegExp(`^Line ${lineOf('Tern 4') - 1}: a comment stands at level 3, deeper than .* allows \\(level 2\\)\\.$`),
    ],
    [
      'when a comment stands between two levels',
      () => harbourWith({ '    2. 4th mate': '     2. 4th mate' }),
      new RegExp(`^Line ${lineOf('2. 4th mate')}: a comment is indented by 5 spaces, which is no level\\.$`),
    ],
    [
      'when a number is out of sequence',
      () => harbourWith({ '  4. Seal': '  5. Seal' }),
      new RegExp(`^Line ${lineOf('4. Seal')}: a comment has the number 5 where 4 should follow\\.$`),
    ],
    [
      'when it names two authors',
      () => harbourWith({ '      4th mate 3': '      5th mate 3' }),
      new RegExp(`^Line ${lineOf('4th mate 3')}: it names "5th mate" where the line above names "4th mate"\\.$`),
    ],
    [
      'when a comment names no author',
      () => harbourWith({ '      4th mate 3 November 2019 10: 15\n': '' }),
      new RegExp(`^Line ${lineOf('2. 4th mate')}: "2. 4th mate" is numbered as a comment, but names no author\\.$`),
    ],
  ]
  for (const [why, bytes, sentence] of cases) test(why, () => refuses(bytes(), sentence))
})

describe('a time is refused', () => {
  const impossible: [written: string, zone: string][] = [
    ['31 February 2019 10: 15', 'Europe/Dublin'],
    ['29 February 2019 10: 15', 'Europe/Dublin'],
    ['3 November 2019 25: 00', 'Europe/Dublin'],
    ['3 November 2019 10: 60', 'Europe/Dublin'],
    ['0 November 2019 10: 15', 'Europe/Dublin'],
    ['3 Octember 2019 10: 15', 'Europe/Dublin'],
    ['3 November 201 10: 15', 'Europe/Dublin'],
    ['31 March 2019 01: 30', 'Europe/Dublin'],
  ]
  for (const [written, zone] of impossible) {
    test(`that cannot be: ${written}`, () => {
      const bytes = harbourWith({ '3 November 2019 10: 15': written })
      const line = lineOf('3 November 2019 10: 15')
      refuses(bytes, new RegExp(`^Line ${line}: the time "${written.replace(': ', ':')}" cannot be in ${zone}\\.$`))
    })
  }

  test('that is missing', () => {
    const bytes = harbourWith({ '4th mate 3 November 2019 10: 15': '4th mate' })
    refuses(bytes, new RegExp(`^Line ${lineOf('10: 15')}: no time follows the name "4th mate"\\.$`))
  })
})

describe('a capture is refused', () => {
  test('in a language without a profile', () => {
    refuses(harbourWith(), /^There is no profile for captured pages in the language "eo"; there is: indented-en\.$/, {
      language: 'eo',
    })
  })

  test('in a zone that is none', () => {
    refuses(harbourWith(), /^There is no time zone "Europe\/Gull Rock"/, { zone: 'Europe/Gull Rock' })
  })

  test('from an address that is none', () => {
    refuses(harbourWith(), /^"javascript:alert\(1\)" is no address of a page/, { url: 'javascript:alert(1)' })
  })
})

describe('a file', () => {
  test('of 200 MB is refused by its size, unread', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'parley-'))
    const path = join(folder.path, 'large.txt')
    await writeFile(path, '')
    await truncate(path, 200_000_000)
    const before = process.memoryUsage().arrayBuffers
    await assert.rejects(bytesOf(path), isRefusal(/^A captured page has at most 20 MB; this file has 200 MB\.$/))
    assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000)
  })

  test('that is missing, or a folder, is refused by name', async () => {
    await assert.rejects(
      bytesOf(`${HARBOUR}.gone`),
      isRefusal(/harbour-page\.txt\.gone cannot be opened: there is no such file\.$/),
    )
    await assert.rejects(bytesOf(import.meta.dirname), isRefusal(/ is no file\.$/))
  })

  test('is read whole', async () => {
    assert.deepEqual(new Uint8Array(await bytesOf(HARBOUR)), harbourWith())
  })
})

test('bytes that are too large are refused however they came', () => {
  refuses(new Uint8Array(20_000_001), /^A captured page has at most 20 MB; this file has 20\.1 MB\.$/)
})

function refuses(bytes: Uint8Array, sentence: RegExp, capture: object = {}): void {
  assert.throws(() => readPage(bytes, { ...DUBLIN, ...capture }), isRefusal(sentence))
}

function isRefusal(sentence: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.match(error.message, sentence)
    assert.equal(error.exit, EXIT.input)
    return true
  }
}

function notUtf8(): Uint8Array {
  return Buffer.concat([Buffer.from('Harbour Notes\n\nThe caf'), Buffer.from([0xe9]), Buffer.from(' is closed\n')])
}
