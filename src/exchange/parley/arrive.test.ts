import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, test } from 'node:test'
import { exported, into, LATER, NOON, refused, rowsOf } from '../../../test/support/exports.ts'
import { filled } from '../../../test/support/full-publication.ts'
import { harbourWith } from '../../../test/support/harbour-page.ts'
import { STORES } from '../../../test/support/stores.ts'
import { draftOf, post, recounted } from '../../domain/discussion/index.ts'
import {
  aboutFrom,
  addPerson,
  giveRole,
  type PersonTables,
  personById,
  profileOf,
  rolesOf,
  saveProfile,
} from '../../domain/people/index.ts'
import { importPage } from '../page/index.ts'
import { importPublication } from './index.ts'

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
