import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { demoLines, into, LATER, refused, rowsOf } from '../../../test/support/exports.ts'
import { STORES } from '../../../test/support/stores.ts'
import { arrivedLine, compressed, importPublication } from './index.ts'

describe('a file that cannot be imported', { concurrency: false }, () => {
  const changes: [what: string, change: (lines: string[]) => string[], said: RegExp][] = [
    ['another file', () => ['Dear reader,'], /^Line 1: it is no JSON object/],
    ['another JSON', () => ['{"port":3000}'], /^Line 1: it should be \{"parley":3\}/],
    [
      'a newer version',
      (lines) => ['{"parley":4}', ...lines.slice(1)],
      /^Line 1: the export has version 4, which a newer Parley wrote/,
    ],
    ['an empty file', () => [], /^Line 1: the export ends here, before its last line/],
    [
      'half of it',
      (lines) => lines.slice(0, 40),
      /^Line 41: the export ends here, before its last line; it is incomplete/,
    ],
    [
      'a missing row',
      (lines) => lines.toSpliced(-2, 1),
      /it says that (\d+) rows stand above it, but there are (?!\1 )\d+/,
    ],
    [
      'a table nobody knows',
      (lines) => lines.toSpliced(1, 0, '{"row":"authSession","id":1}'),
      /^Line 2: it has rows of "authSession"/,
    ],
    ['a column too many', (lines) => with_(lines, 1, { role: 'admin' }), /^Line 2: in this person, .*role/],
    ['a number in quotes', (lines) => with_(lines, 1, { id: '1' }), /^Line 2: in this person, "id": .*expected number/],
    [
      'rows in another order',
      (lines) => swapped(lines, 1, 2),
      /^Line 3: its id should come after those of the line above/,
    ],
    [
      'half a character',
      (lines) => with_(lines, at(lines, 'commentRevision'), { words: 'A\ud800' }),
      /holds half a character/,
    ],
    [
      'an empty name',
      (lines) => with_(lines, 1, { name: ' ' }),
      /^Line 2: in this person, "name": Please give a name\./,
    ],
    [
      'a name of 30 MB',
      (lines) => with_(lines, 1, { name: 'x'.repeat(30 << 20) }),
      /^Line 2: in this person, "name": .*1048576/,
    ],
    [
      'a name of many letters',
      (lines) => with_(lines, 1, { name: 'x'.repeat(41) }),
      /^Line 2: .*at most 40 characters/,
    ],
    ['a name that hides something', (lines) => with_(lines, 1, { name: 'A\u202eb' }), /^Line 2: .*cannot be seen/],
    [
      'a name under a pile',
      (lines) => with_(lines, 1, { name: `A${'\u0301'.repeat(9)}` }),
      /^Line 2: .*at most 4 marks/,
    ],
    ['a number next to 2^53', (lines) => with_(lines, 2, { id: 2 ** 53 - 2 }), /^Line 3: in this person, "id": /],
    ['a number beyond it', (lines) => with_(lines, 2, { id: 2 ** 60 }), /^Line 3: in this person, "id": /],
    [
      'a time that no date can hold',
      (lines) => with_(lines, 1, { createdAt: 8_640_000_000_000_001 }),
      /^Line 2: .*"createdAt": is after the year 9999/,
    ],
    [
      'a time before all years',
      (lines) => with_(lines, at(lines, 'comment'), { postedAt: -62_167_219_200_001 }),
      /"postedAt": is before the year 0/,
    ],
    [
      'a language that none can be',
      (lines) => with_(lines, at(lines, 'comment'), { language: 'e' }),
      /"language": is no language tag/,
    ],
    [
      'a language with more than a language in it',
      (lines) => with_(lines, at(lines, 'comment'), { language: 'en-u-ca-gregory' }),
      /"language": is no language tag/,
    ],
    [
      'an address that runs',
      (lines) => with_(lines, at(lines, 'outlet'), { url: 'javascript:void 0' }),
      /"url": should begin with https/,
    ],
    [
      'a day that cannot be',
      (lines) => with_(lines, at(lines, 'sourceDocument'), { publishedOn: '2014-02-30' }),
      /"publishedOn": is no day/,
    ],
    [
      'words of 2 MB',
      (lines) => with_(lines, at(lines, 'commentRevision'), { words: 'x'.repeat(2 << 20) }),
      /"words": .*1048576/,
    ],
    [
      'an author who is not there',
      (lines) => with_(lines, at(lines, 'comment'), { authorId: 999 }),
      /"authorId" names person 999, which does not stand above it/,
    ],
    [
      'a parent that comes later',
      (lines) => with_(lines, at(lines, 'comment'), { parentId: 5 }),
      /its parent 5 does not stand above it/,
    ],
    [
      'a gap in the numbers',
      (lines) => with_(lines, at(lines, 'comment'), { ordinal: 99 }),
      /not numbered from 1 without gaps/,
    ],
    [
      'two of one place',
      (lines) => with_(lines, at(lines, 'comment') + 1, { ordinal: 1, parentId: 0 }),
      /^Line \d+: this comment, or one of the \d+ that follow, contradicts another/,
    ],
    [
      'an edition with the words of another',
      (lines) => with_(lines, at(lines, 'edition'), { revisionId: 3 }),
      /Edition 1 names revision 3, which is not one of its own/,
    ],
    [
      'removed words without their mark',
      (lines) => lines.map((line) => line.replace(',"removed":true', '')),
      /"removed": true is missing/,
    ],
    [
      'a picture of other bytes',
      (lines) => with_(lines, at(lines, 'picture'), { data: 'AAAA' }),
      /the bytes of this picture are not those that its hash names/,
    ],
  ]

  for (const [what, change, said] of changes) {
    test(`${what} is refused with a sentence, and nothing is written`, async () => {
      await using to = await STORES[0]!.openStore()
      const lines = (await demoLines()).slice(0, -1)
      const file = path.join(to.folder, 'broken.jsonl')
      await writeFile(file, change(lines).join('\n'))
      await refused(to, file, said)
      assert.deepEqual(await rowsOf(to, 'person'), [])
      assert.deepEqual(await rowsOf(to, 'journal'), [])
    })
  }

  test('U+0000 in words of an older publication is replaced, and counted', async () => {
    for (const { openStore } of STORES) {
      await using to = await openStore()
      const file = path.join(to.folder, 'older.jsonl')
      const lines = (await demoLines()).slice(0, -1)
      await writeFile(
        file,
        `${with_(lines, at(lines, 'commentRevision'), { words: 'See http://x/\0 there' }).join('\n')}\n`,
      )
      const arrived = await importPublication({ ...into(to), file, at: LATER })
      assert.match(arrivedLine(arrived!), /; in 1 of them U\+0000 was replaced by U\+FFFD$/)
      const [first] = await rowsOf(to, 'commentRevision')
      assert.equal(first!.words, 'See http://x/\ufffd there')
    }
  })

  test('bytes that are no UTF-8 are refused with their line', async () => {
    await using to = await STORES[0]!.openStore()
    const file = path.join(to.folder, 'bytes.jsonl')
    const bytes = Buffer.from((await demoLines()).join('\n'))
    const third = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1
    bytes[third + 2] = 0xff
    await writeFile(file, bytes)
    await refused(to, file, /^Line 3: it is not UTF-8/)
  })

  test('a file that changes between its two readings is refused, and nothing is written', async () => {
    await using to = await STORES[0]!.openStore()
    const file = path.join(to.folder, 'moving.jsonl')
    const lines = (await demoLines()).join('\n')
    await writeFile(file, lines)
    const { hash } = JSON.parse(lines.split('\n').find((line) => line.startsWith('{"row":"picture"'))!)
    const progress = (done: number) => {
      if (done === 0) writeFileSync(file, lines.replace(`"hash":"${hash}"`, `"hash":"${'0'.repeat(64)}"`))
    }
    await refused(to, file, /changed while it was read/, { progress })
    assert.deepEqual(await rowsOf(to, 'person'), [])
  })

  test('a gzip that was cut off says so', async () => {
    await using to = await STORES[0]!.openStore()
    const whole = await buffer(compressed(linesOf(await demoLines())))
    const file = path.join(to.folder, 'cut.jsonl.gz')
    await writeFile(file, whole.subarray(0, whole.length >> 1))
    await refused(to, file, /cut\.jsonl\.gz is damaged or incomplete/)
  })
})

async function* linesOf(lines: readonly string[]) {
  yield lines.join('\n')
}

function at(lines: readonly string[], table: string) {
  return lines.findIndex((line) => line.startsWith(`{"row":"${table}"`))
}

function with_(lines: readonly string[], index: number, values: object) {
  return lines.with(index, JSON.stringify({ ...JSON.parse(lines[index]!), ...values }))
}

function swapped(lines: readonly string[], a: number, b: number) {
  return lines.with(a, lines[b]!).with(b, lines[a]!)
}
