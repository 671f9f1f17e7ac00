import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { harbourWith } from '../../../test/support/harbour-page.ts'
import { smallDemo } from '../../../test/support/small-demo.ts'
import { type OpenStore, STORES } from '../../../test/support/stores.ts'
import {
  type DiscussionTables,
  draftOf,
  edit,
  hold,
  letIn,
  post,
  react,
  recounted,
  remove,
  restore,
} from '../../domain/discussion/index.ts'
import { onDisk } from '../../domain/media/index.ts'
import {
  aboutFrom,
  addPerson,
  type FormerNameTables,
  giveRole,
  nameKey,
  type PersonTables,
  personById,
  profileOf,
  rolesOf,
  saveProfile,
} from '../../domain/people/index.ts'
import { EXIT, Refusal } from '../../kit/refusal.ts'
import type { AnyTables } from '../../store/index.ts'
import { fillDemo } from '../demo/index.ts'
import { importPage } from '../page/index.ts'
import { arrivedLine, compressed, exportPublication, importPublication } from './index.ts'
import { FILES, TABLES } from './tables.ts'

const NOON = 1_790_000_000_000
const LATER = NOON + 1

for (const { name, openStore } of STORES) {
  describe(`an export on ${name}`, { concurrency: false }, () => {
    for (const other of STORES) {
      test(`arrives whole on ${other.name}, and is the same bytes again`, async () => {
        await using from = await openStore()
        await using to = await other.openStore()
        const file = await filled(from)
        await importPublication({ ...into(to), file, at: LATER })
        assert.equal(await exported(to), await readFile(file, 'utf8'))
        assert.deepEqual(await recounted(to.store, 10), [])
        for (const table of [
          'comment',
          'discussion',
          'revision',
          'commentRevision',
          'removal',
          'restoration',
          'hold',
          'admission',
          'quotation',
          'formerQuotation',
          'picture',
          'profile',
          'hiddenHistory',
        ]) {
          assert.deepEqual(await rowsOf(to, table), await rowsOf(from, table), table)
        }
      })
    }

    test('of the first version arrives the same', async () => {
      await using from = await openStore()
      await using to = await openStore()
      await filled(from, { before: true })
      const lines = (await exported(from)).trimEnd().split('\n')
      const file = path.join(to.folder, 'before.jsonl')
      await writeFile(file, inVersion1(lines))
      await importPublication({ ...into(to), file, at: LATER })
      assert.deepEqual(await recounted(to.store, 10), [])
      const again = (await exported(to)).trimEnd().split('\n')
      assert.deepEqual(again.map(withoutRemovalNumber).sort(), lines.map(withoutRemovalNumber).sort())
      assert.deepEqual(misnamedRemovals(again), [])
    })

    test('of the second version arrives the same', async () => {
      await using from = await openStore()
      await using to = await openStore()
      await filled(from, { before: true })
      const lines = await exported(from)
      const file = path.join(to.folder, 'before.jsonl')
      await writeFile(file, lines.replace('{"parley":3}', '{"parley":2}'))
      await importPublication({ ...into(to), file, at: LATER })
      assert.equal(await exported(to), lines)
    })

    test('changes nothing when it comes again', async () => {
      await using from = await openStore()
      await using to = await openStore()
      const file = await filled(from)
      assert.ok(await importPublication({ ...into(to), file, at: LATER }))
      const before = await rowsOf(to, 'journal')
      assert.equal(await importPublication({ ...into(to), file, at: LATER + 1 }), undefined)
      assert.deepEqual(await rowsOf(to, 'journal'), before)
    })

    test('leaves room for what comes after it', async () => {
      await using from = await openStore()
      await using to = await openStore()
      const file = await filled(from)
      await importPublication({ ...into(to), file, at: LATER })
      const { value: comment } = await to.store.write(async (tx) => {
        const by = await addPerson(tx, {
          accountId: 'a',
          name: 'Ada',
          nameKey: 'ada',

          createdAt: LATER,
        })
        return post(tx, { articleId: 1 as never, under: 0, by, draft: draftOf('Here.'), language: 'en', at: LATER })
      })
      assert.ok(comment.id > 70)
      assert.deepEqual(await recounted(to.store, 10), [])
    })

    test('replaces the untouched demo and keeps those who have accounts, even under a name that arrives', async () => {
      await using to = await openStore()
      const file = await filled(to)
      const account = { accountId: 'a', name: 'footnote_7', nameKey: 'x', createdAt: NOON } as const
      const { value: admin } = await to.store.write((tx) => addPerson(tx, account))
      const giving = { personId: admin.id, role: 'admin', byId: null, at: NOON } as const
      await to.store.write((tx) => giveRole(tx, giving))
      const own = { ...aboutFrom('I keep *this*.'), hidden: true, at: NOON }
      await to.store.write((tx) => saveProfile(tx, admin.id, own))
      await to.store.write(async (tx) => {
        const { nameKey } = (await personById(tx, 7 as never))!
        await tx
          .change<PersonTables>()
          .updateTable('person')
          .set({ nameKey: `${nameKey}2` })
          .where('id', '=', 7 as never)
          .execute()
        await tx.change<PersonTables>().updateTable('person').set({ nameKey }).where('id', '=', admin.id).execute()
      })
      await importPublication({ ...into(to), file, at: LATER, replaceDemo: true })
      const people = (await rowsOf(to, 'person')).filter(({ accountId }) => accountId === 'a')
      assert.equal(people.length, 1)
      const [held] = await rolesOf(to.store, people[0]!.id as typeof admin.id)
      assert.equal(held?.role, 'admin')
      assert.ok(Number(people[0]!.id) > admin.id)
      const { words, hiddenAt } = await profileOf(to.store, people[0]!.id as typeof admin.id)
      assert.deepEqual([words, hiddenAt], ['I keep *this*.', NOON])
      assert.match(await exported(to, { withoutLast: true }), /"name":"footnote_7"/)
    })

    test('does not replace a demo to which somebody has added', async () => {
      await using to = await openStore()
      const file = await filled(to)
      await to.store.write(async (tx) => {
        const by = (await personById(tx, 1 as never))!
        await post(tx, { articleId: 1 as never, under: 0, by, draft: draftOf('Mine.'), language: 'en', at: LATER })
      })
      const before = await exported(to)
      await refused(to, file, /Something was added to the demo/, { replaceDemo: true })
      assert.equal(await exported(to), before)
    })

    test('is not mixed with what is there, and a dry run writes nothing', async () => {
      await using to = await openStore()
      await using empty = await openStore()
      const file = await filled(to)
      const more = { bytes: harbourWith({}), url: 'https://harbour.example/', language: 'en', zone: 'UTC', at: NOON }
      await importPage({ store: to.store, ...more })
      await refused(to, file, /The publication is not empty .* --replace-demo clears that first/)
      const arrived = await importPublication({ ...into(empty), file, at: LATER, dryRun: true })
      assert.equal(arrived?.get('comment'), 74 + 2 + 13 + 2 + 5)
      assert.deepEqual(await rowsOf(empty, 'person'), [])
      assert.deepEqual(await rowsOf(empty, 'journal'), [])
    })
  })
}

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

test('a gzipped export names neither time nor system, and holds the same lines', async () => {
  const lines = await demoLines()
  const once = await buffer(compressed(linesOf(lines)))
  assert.deepEqual(once, await buffer(compressed(linesOf(lines))))
  assert.deepEqual([...once.subarray(4, 8), once[9]], [0, 0, 0, 0, 255])
  assert.equal(gunzipSync(once).toString(), lines.join('\n'))
})

test('docs/export-format.md lists every table with its columns, in their order', async () => {
  const page = await readFile(path.join(import.meta.dirname, '../../../docs/export-format.md'), 'utf8')
  const listed = page.matchAll(/^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \|/gm)
  assert.deepEqual(
    [...listed].map(([, table, columns]) => [table, columns!.replaceAll('`', '').split(', ')]),
    TABLES.map(({ table, columns }) => [table, [...Object.keys(columns), ...(table in FILES ? ['data'] : [])]]),
  )
})

let demo: Promise<string[]> | undefined

function demoLines(): Promise<string[]> {
  demo ??= (async () => {
    await using store = await STORES[0]!.openStore()
    await fillDemo({ ...into(store), folder: await smallDemo(), at: NOON })
    return (await exported(store)).split('\n')
  })()
  return demo
}

/** The demo, and a captured page beside it where the demo may be touched. */
async function filled(open: OpenStore, { before = false } = {}): Promise<string> {
  const folder = await (before ? demoWithoutHeld(open) : smallDemo())
  await fillDemo({ ...into(open), folder, at: NOON })
  if (before) await withoutOriginals(open)
  await importPage({ store: open.store, bytes: harbourWith({}), language: 'en', zone: 'Europe/Dublin', at: NOON })
  await reactTo(open)
  await reword(open)
  await takeBack(open)
  if (!before) await holdBack(open)
  const told = { ...aboutFrom('I watch *tides*.\n[[quotation:1]]'), hidden: true, at: NOON }
  await open.store.write((tx) => saveProfile(tx, 2 as never, told))
  if (!before) await renameOne(open)
  const file = path.join(open.folder, 'export.jsonl')
  const lines = await exported(open)
  assert.match(lines, /"row":"reaction".*"kind":"well-argued"/)
  assert.match(
    lines,
    /"row":"formerQuotation".*"number":1,"slot":1,.*"words":"Alpha","attribution":"Ada",.*"removed":true/,
  )
  if (!before) assert.match(lines, /"row":"commentRevision".*"held":true/)
  await writeFile(file, lines)
  return file
}

/** Earlier versions did not say which edition is the original. */
async function withoutOriginals({ store }: OpenStore) {
  for (const table of ['translatedParagraph', 'translation'])
    await store.write((tx) => tx.change<AnyTables>().deleteFrom(table).execute())
}

/** Earlier versions had nothing that was held. */
async function demoWithoutHeld({ folder }: OpenStore): Promise<string> {
  const copy = path.join(folder, 'demo')
  await cp(await smallDemo(), copy, { recursive: true })
  const file = path.join(copy, 'discussion.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^held:[\s\S]*/m, ''))
  return copy
}

/** Somebody gave up a name. */
async function renameOne({ store }: OpenStore) {
  const row = { personId: 2 as never, name: 'Old Tern', nameKey: nameKey('Old Tern'), at: NOON, hiddenAt: LATER }
  await store.write((tx) => tx.change<FormerNameTables>().insertInto('formerName').values(row).execute())
}

/** Two people react to what others said. */
async function reactTo({ store }: OpenStore) {
  const standing = store.look<DiscussionTables>().selectFrom('comment').select(['id', 'authorId'])
  const comments = await standing
    .where('html', 'is not', null)
    .where('authorId', '>', 2 as never)
    .limit(3)
    .execute()
  await store.write(async (tx) => {
    for (const by of [(await personById(tx, 1 as never))!, (await personById(tx, 2 as never))!])
      for (const { id } of comments)
        for (const kind of ['agree', 'well-argued'] as const) await react(tx, { id, by, kind, on: true, at: NOON })
  })
}

/** Somebody quotes what they said, says more, and takes back what they quoted. */
async function reword({ store }: OpenStore) {
  await store.write(async (tx) => {
    const by = (await personById(tx, 1 as never))!
    const posting = { articleId: 1 as never, under: 0, by, language: 'en', at: NOON } as const
    const passage = await post(tx, { ...posting, draft: draftOf('Alpha stands here.') })
    const quoting = (more: string) => draftOf(`> Alpha\n> — [Ada](/c/${passage.id})\n\n${more}`)
    const { id } = await post(tx, { ...posting, draft: quoting('Yes.') })
    await edit(tx, { id, by, draft: quoting('Yes, and no.'), revision: 1, at: NOON })
    await remove(tx, passage, { cause: 'author', ruleId: null, at: NOON }, NOON)
  })
}

/** Moderators remove words, think better of it, and remove them again. */
async function takeBack({ store }: OpenStore) {
  await store.write(async (tx) => {
    const by = (await personById(tx, 1 as never))!
    const posting = { articleId: 1 as never, under: 0, by, language: 'en', at: NOON } as const
    const comment = await post(tx, { ...posting, draft: draftOf('In and out.') })
    const removal = { byId: by.id, cause: 'moderators', ruleId: 1, note: 'No.', at: NOON } as const
    await remove(tx, comment, removal, NOON)
    await restore(tx, comment, { byId: by.id, note: 'Yes, after all.', at: NOON })
    await remove(tx, comment, { ...removal, note: 'No, really.' }, NOON)
  })
}

/** Of what two people say one waits and one is let in; both quote. */
async function holdBack({ store }: OpenStore) {
  await store.write(async (tx) => {
    const by = (await personById(tx, 1 as never))!
    const holding = { articleId: 1 as never, by, language: 'en', at: NOON, heldById: null, note: 'new here' } as const
    const passage = await post(tx, { ...holding, under: 0, draft: draftOf('Beta waits here.') })
    const quoting = draftOf(`> Beta\n> — [Ada](/c/${passage.id})\n\nYes.`)
    const held = await hold(tx, { ...holding, under: 0, draft: quoting })
    await hold(tx, { ...holding, under: passage.id, draft: quoting })
    await letIn(tx, { id: held, byId: by.id, note: 'Welcome.', at: NOON })
    const refused = await hold(tx, { ...holding, under: 0, draft: draftOf('Never seen.') })
    const removal = { byId: by.id, cause: 'moderators', ruleId: 1, note: '', at: NOON } as const
    await remove(tx, { id: refused, articleId: 1 as never }, removal, NOON)
  })
}

/** The lines of an export as the first version of the format had them. */
function inVersion1(lines: readonly string[]): string {
  const rows = lines.slice(1, -1).map((line) => JSON.parse(line))
  const of = (...tables: string[]) => rows.filter(({ row }) => tables.includes(row))
  const restorations = new Map(of('restoration').map((one) => [one.removalId, one]))
  const inForce = of('removal').filter(({ id }) => !restorations.has(id))
  const tombstones = inForce.map(({ commentId, cause, ruleId, at }) => ({
    row: 'tombstone',
    ...{ commentId, cause, ruleId, at },
  }))
  const removals = of('removal')
    .filter(({ cause }) => cause !== 'unknown')
    .map((one) => {
      const { byId = null, at = null, note = null } = restorations.get(one.id) ?? {}
      return { ...one, restoredById: byId, restoredAt: at, restoredNote: note }
    })
  const said = ['reaction', 'commentRevision', 'quotation', 'formerQuotation']
  const before = rows.filter(({ row }) => ![...said, 'removal', 'restoration'].includes(row))
  const all = [...before, ...tombstones.sort((a, b) => a.commentId - b.commentId), ...of(...said), ...removals]
  return [{ parley: 1 }, ...all, { end: all.length }].map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** Removals of which no more than a tombstone was known are numbered last. */
function withoutRemovalNumber(line: string): string {
  const { id, removalId, ...row } = JSON.parse(line)
  if (row.row === 'removal' || row.row === 'restoration') return JSON.stringify(row)
  return line
}

/** Rows whose removal has a number that is none, or is not there. */
function misnamedRemovals(lines: readonly string[]) {
  const rows = lines.map((line) => JSON.parse(line))
  const ids = new Set(rows.filter(({ row }) => row === 'removal').map(({ id }) => id))
  return rows.filter(
    ({ row, id, removalId }) => (row === 'removal' && id < 1) || (row === 'restoration' && !ids.has(removalId)),
  )
}

async function exported({ store, folder }: OpenStore, { withoutLast = false } = {}): Promise<string> {
  const lines: string[] = []
  await store.read(async (db) => {
    for await (const line of exportPublication(db, onDisk(folder))) lines.push(line)
  })
  return (withoutLast ? lines.slice(0, -1) : lines).join('')
}

function into({ store, folder }: OpenStore) {
  return { store, media: onDisk(folder) }
}

async function* linesOf(lines: readonly string[]) {
  yield lines.join('\n')
}

const ORDERS: Record<string, string[]> = {
  discussion: ['articleId'],
  journal: ['seq'],
  profile: ['personId'],
  hiddenHistory: ['personId'],
}

async function rowsOf({ store }: OpenStore, table: string) {
  let rows = store.look<AnyTables>().selectFrom(table).selectAll()
  for (const column of ORDERS[table] ?? ['id']) rows = rows.orderBy(column)
  return (await rows.execute()).map((row) => ({ ...row }))
}

async function refused({ store, folder }: OpenStore, file: string, said: RegExp, more = {}) {
  await assert.rejects(importPublication({ store, media: onDisk(folder), file, at: LATER, ...more }), (error) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.match(error.message, said)
    assert.equal(error.exit, EXIT.input)
    return true
  })
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
