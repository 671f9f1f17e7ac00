import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { harbourWith } from '../../../test/support/harbour-page.ts'
import { reading, sharedFile } from '../../../test/support/shared.ts'
import { type OpenStore, STORES } from '../../../test/support/stores.ts'
import { discussionOf } from '../../domain/discussion/index.ts'
import { addPerson, nameKey } from '../../domain/people/index.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { AnyTables } from '../../store/index.ts'
import { importPage } from './index.ts'

const REVIEW = 'captures/review-page.txt'
const NOON = 1_790_000_000_000
const harbour = { language: 'en', zone: 'Europe/Dublin', at: NOON }

for (const { name, openStore } of STORES) {
  describe(`a captured page on ${name}`, { concurrency: false }, () => {
    test('is one article, with its people, comments, tombstones, quotations and aliases', reading(REVIEW), async () => {
      await using open = await openStore()
      const { store } = open
      const report = await importPage({
        store,
        bytes: readFileSync(sharedFile(REVIEW)!),
        language: 'en',
        zone: 'Europe/Moscow',
        at: NOON,
      })
      assert.equal(report.at(-1), 'Written as article 1.')
      const { total, visible, nextRoot } = (await discussionOf(store, 1 as never))!
      assert.deepEqual({ total, visible, nextRoot }, { total: 52, visible: 45, nextRoot: 26 })
      assert.deepEqual(await countBy(open, 'comment', 'depth'), { 1: 25, 2: 14, 3: 10, 4: 3 })
      const authors = (await rowsOf(open, 'comment')).flatMap(({ authorId }) => authorId ?? [])
      assert.equal(new Set(authors).size, 36)
      assert.deepEqual(await countBy(open, 'removal', 'cause'), { unknown: 7 })
      assert.deepEqual(await countBy(open, 'quotation', 'state'), { standing: 7, unresolved: 1 })
      const quotations = await rowsOf(open, 'quotation')
      assert.equal(quotations.filter(({ ofEditionId }) => ofEditionId !== null).length, 1)
      assert.equal(quotations.filter(({ ofCommentId }) => ofCommentId !== null).length, 6)
      const [alias, ...others] = await rowsOf(open, 'personAlias')
      const people = await rowsOf(open, 'person')
      assert.equal(alias!.name, 'kotofey')
      assert.equal(people.find(({ id }) => id === alias!.personId)?.name, 'cafe')
      assert.deepEqual(others, [])
      assert.ok(people.every(({ accountId }) => accountId === null))
      const [edition] = await rowsOf(open, 'edition')
      assert.equal(edition!.slug, 'islamic-state-on-the-way-to-russia')
      const [publication] = await rowsOf(open, 'publication')
      assert.equal(`${publication!.defaultLanguage} ${publication!.zone}`, 'en Europe/Moscow')
      const done = (await rowsOf(open, 'journal', 'seq')).filter(({ kind }) => kind === 'import.done')
      assert.deepEqual(
        done.map(({ articleId }) => articleId),
        [1],
      )
    })

    test('may be written by hand after the example in docs/import-page.md', async () => {
      await using open = await openStore()
      const docs = readFileSync(path.join(import.meta.dirname, '../../../docs/import-page.md'), 'utf8')
      const [, example] = /```text\n([\s\S]*?)```/.exec(docs)!
      const report = await importPage({ store: open.store, bytes: new TextEncoder().encode(example), ...harbour })
      assert.doesNotMatch(report.join('\n'), /^ *Line \d/m, 'no line is reported')
      const [revision] = await rowsOf(open, 'revision')
      assert.equal(revision!.title, "The lock keeper's log is read aloud")
      assert.match(String(revision!.standfirst), /^For a hundred years/)
      assert.equal(revision!.pictureCaption, revision!.title)
      assert.deepEqual(
        (await rowsOf(open, 'byline')).map(({ role }) => role),
        ['reviewer', 'translator'],
      )
      const comments = await rowsOf(open, 'comment')
      assert.deepEqual(
        comments.map(({ label, html }) => [label, html === null]),
        [
          ['1', false],
          ['1.1', false],
          ['1.1.1', false],
          ['1.2', true],
          ['2', false],
        ],
      )
      const quotations = await rowsOf(open, 'quotation')
      assert.deepEqual(
        quotations.map(({ words, ofCommentId, state }) => [words, ofCommentId, state]),
        [
          ['both times she was late', comments[0]!.id, 'standing'],
          ['So was everybody', comments[1]!.id, 'standing'],
        ],
      )
    })

    test('changes nothing when it comes again', async () => {
      await using open = await openStore()
      const { store } = open
      const url = 'https://harbour.example/boats'
      await importPage({ store, bytes: harbourWith({}), ...harbour, url })
      const before = await everything(open)
      const again = await importPage({ store, bytes: harbourWith({}), ...harbour, url, at: NOON + 1 })
      assert.equal(again.at(-1), 'Nothing changed: this page was brought in before, as article 1.')
      assert.deepEqual(await everything(open), before)
    })

    test('writes nothing in a dry run, nor when a name cannot be one', async () => {
      await using open = await openStore()
      const { store } = open
      const before = await everything(open)
      const report = await importPage({ store, bytes: harbourWith({}), ...harbour, dryRun: true })
      assert.equal(report.at(-1), 'Nothing was written: this was a dry run.')
      const unnamed = Buffer.from(harbourWith({})).toString().replaceAll('Seal of Gull Rock', 'Seal \u202e kcoR')
      const refused = importPage({ store, bytes: Buffer.from(unnamed), ...harbour })
      await assert.rejects(refused, (error) => error instanceof Refusal && /^Line \d+: "Seal /.test(error.message))
      assert.deepEqual(await everything(open), before)
    })

    test('gives nobody who can sign in the words of a namesake', async () => {
      await using open = await openStore()
      const { store } = open
      const account = {
        accountId: 'a',
        name: 'Tern',
        nameKey: nameKey('Tern'),
        createdAt: NOON,
      } as const
      const { value: tern } = await store.write((tx) => addPerson(tx, account))
      await importPage({ store, bytes: harbourWith({}), ...harbour })
      const authors = (await rowsOf(open, 'comment')).map(({ authorId }) => authorId)
      assert.ok(!authors.includes(tern.id))
      const namesakes = (await rowsOf(open, 'person')).filter((person) => person.name === 'Tern')
      assert.equal(namesakes.length, 2)
    })
  })
}

async function countBy(open: OpenStore, table: string, column: string) {
  const groups = Map.groupBy(await rowsOf(open, table, 'id'), (row) => row[column])
  return Object.fromEntries([...groups].map(([value, rows]) => [value, rows.length]))
}

async function rowsOf({ store }: OpenStore, table: string, key = 'id') {
  return (await store.look<AnyTables>().selectFrom(table).selectAll().orderBy(key).execute()).map((row) => ({ ...row }))
}

async function everything(open: OpenStore) {
  const tables = ['person', 'article', 'edition', 'revision', 'byline', 'comment', 'quotation', 'personAlias']
  return [await rowsOf(open, 'journal', 'seq'), ...(await Promise.all(tables.map((table) => rowsOf(open, table))))]
}
