import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, test } from 'node:test'
import {
  decide,
  headIn,
  headOf,
  LOG_HEAD_FILE,
  logKeyFrom,
  proveLog,
  publicLogData,
  type SignedHead,
  settleDue,
  UNDO_MS,
} from '../../src/domain/moderation/index.ts'
import { sha256 } from '../../src/kit/hash.ts'
import type { AnyTables, Store } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const ARTICLE = { slug: 'berths', title: 'The berths', words: 'A sleeper is a hotel.' }
const LOG = '/en/rules/log'
const UNDONE_NO_MORE_MS = UNDO_MS + 1_000

for (const { name, open } of DATABASES) {
  describe(`the moderation log on ${name}`, () => {
    async function setUp() {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const site = ending.use(await openSite(database.url))
      const articleId = await publish(site, ARTICLE)
      const [ada, mo] = [await visitor(site, 'Ada'), await visitor(site, 'Mo', 'moderator')]
      const { store, clock } = site.parley
      const logged = async (n: number) => until(async () => (await headOf(store))?.n === n)
      return {
        ...{ site, store, ada, logged },
        moderator: browserAt(site.url, mo.cookies),
        stranger: browserAt(site.url),
        write: (words: string) => say(site, ada.person, articleId, words),
        /** Has a moderator remove a comment with these words, so that nobody can undo it any more. */
        async remove(words: string) {
          const { id } = await say(site, ada.person, articleId, words)
          const at = clock()
          const ruleId = 1 as never
          await store.write((tx) => decide(tx, { kind: 'remove', commentId: id, by: mo.person, ruleId, at }))
          const { seq } = await store.write((tx) => settleDue(tx, at + UNDONE_NO_MORE_MS))
          await site.parley.tail.until(seq)
          return id
        },
        [Symbol.asyncDispose]: () => ending.disposeAsync(),
      }
    }

    test('tells everybody what was decided, by role and rule, when it can be undone no more', async () => {
      await using s = await setUp()
      const comment = await s.write('Buy umbrellagate tickets')
      const form = await s.moderator.get(`/c/${comment.id}/removal`)
      await s.moderator.send(form, { rule: '1', note: 'Third time for Ada' })
      assert.match((await s.stranger.get(LOG)).text, /Nothing has been decided yet/)
      s.site.wait(UNDONE_NO_MORE_MS)
      await s.logged(1)

      const [page, feed] = [await s.stranger.get(LOG), await s.stranger.get(`${LOG}/feed.atom`)]
      assert.match(page.text, /A comment was removed\.[\s\S]*Rule 1: Argue with the words[\s\S]*by a moderator/)
      assert.match(feed.text, /A comment was removed\./)
      const data = await s.stranger.get(`${LOG}/entries.json`)
      const { head, entries } = JSON.parse(data.text)
      assert.equal(head.hash, sha256(`${BEGINNING}\n${entries[0].content}`))
      for (const { text } of [page, feed]) assert.ok(text.includes(head.hash) && text.includes(head.signature))
      for (const { text } of [page, feed, data]) assert.doesNotMatch(text, /umbrellagate|Ada|\bMo\b|Third time/)
      assert.match((await s.stranger.get('/en/rules')).text, /href="\/en\/rules\/log"/)

      const file = path.join(path.dirname(s.site.parley.mediaFolder), LOG_HEAD_FILE)
      await until(async () => JSON.stringify(await headIn(file)) === JSON.stringify(head))
    })

    test('proves, and whoever changes, drops, reorders, adds or cuts off is caught each time', async () => {
      await using s = await setUp()
      for (let n = 1; n <= 5; n++) await s.remove(`Words ${n}`)
      await s.logged(5)
      const head = (await headOf(s.store))!
      const heads = [{ where: 'a file', head }]
      const prove = async (elsewhere = heads) => (await proveLog(s.store, [head.key], elsewhere)).complaints
      assert.deepEqual(await prove(), [])

      for (const [what, tamper] of Object.entries(TAMPERING)) {
        await tampered(s.store, tamper, async () => assert.notDeepEqual(await prove(), [], what))
        assert.deepEqual(await prove(), [], `after ${what}`)
      }
      const [, , , fourth] = await rowsIn(s.store)
      await tampered(s.store, TAMPERING['the last cut off']!, async () => {
        await putHead(s.store, KEY.sign({ n: 4, hash: fourth!.hash, at: 1 }))
        assert.deepEqual(await prove([]), [], 'by itself, an end that was signed once proves')
        assert.match((await prove()).join(), /cut off: by a file it had 5 entries, and has 4/)
      })
      await putHead(s.store, logKeyFrom('another secret').sign(head))
      assert.match((await prove()).join(), /signed by another key/)
      await putHead(s.store, { ...head, at: head.at + 1 })
      assert.match((await prove()).join(), /signature under the end of the moderation log is false/)
    })

    test('proves words as long as they and their salt are kept, and without both after an erasure', async () => {
      await using s = await setUp()
      const id = await s.remove('Words of Ada')
      await s.logged(1)
      const prove = async () => (await proveLog(s.store, [KEY.publicKey], [])).complaints
      assert.deepEqual(await prove(), [])
      await s.store.write((tx) => {
        const revisions = tx.change<AnyTables>().updateTable('commentRevision').set({ words: 'Other words' })
        return revisions.where('commentId', '=', id).execute()
      })
      assert.match((await prove()).join(), /The words of comment \d+ are not those of entry 1/)
      const [eraseSalts] = publicLogData[0]!.erases!
      const erasure = { personId: s.ada.person.id, joinedAt: null, leaves: 'nameless', at: 1 } as const
      await s.store.write((tx) => eraseSalts!(tx, erasure, 0))
      const salts = s.store.look<AnyTables>().selectFrom('logWords').select('salt')
      assert.deepEqual(await salts.execute(), [{ salt: null }])
      assert.deepEqual(await prove(), [])
      await s.store.write((tx) => tx.change<AnyTables>().updateTable('logWords').set({ hash: 'none' }).execute())
      assert.match((await prove()).join(), /commits are others/)
    })
  })
}

/** By the secret of every site of a test. */
const KEY = logKeyFrom('a secret of the tests, long enough for any purpose')

interface Row {
  n: number
  decisionId: number
  content: string
  previous: string
  hash: string
}

const BEGINNING = '0'.repeat(64)

const hashed = (previous: string, content: string) => sha256(`${previous}\n${content}`)

const bent = ({ content }: Row) => content.replace('"remove"', '"keep"')

const numbered = (one: Row, n: number): Row => ({ ...one, n, content: one.content.replace(/"n":\d+/, `"n":${n}`) })

const third = (change: (one: Row) => Partial<Row>) => (all: Row[]) =>
  all.map((one) => (one.n === 3 ? { ...one, ...change(one) } : one))

const swapped = (all: Row[]) =>
  all.map((one) => (one.n === 2 ? numbered(all[2]!, 2) : one.n === 3 ? numbered(all[1]!, 3) : one))

/** What whoever can change the database may do to the log. */
const TAMPERING: Readonly<Record<string, (entries: Row[]) => Row[]>> = {
  'a changed entry': third((one) => ({ content: bent(one) })),
  'a changed entry with its hash': third((one) => ({ content: bent(one), hash: hashed(one.previous, bent(one)) })),
  'a changed entry, and all hashed again': (all) => chained(third((one) => ({ content: bent(one) }))(all)),
  'a dropped entry': (all) => all.filter(({ n }) => n !== 3),
  'a dropped entry, closed up': (all) =>
    chained(all.filter(({ n }) => n !== 3).map((one, at) => numbered(one, at + 1))),
  'two in another order': swapped,
  'two in another order, and all hashed again': (all) => chained(swapped(all)),
  'an added entry': (all) => chained([...all, numbered(all[4]!, 6)]),
  'an entry put between': (all) =>
    chained([...all.slice(0, 2), all[1]!, ...all.slice(2)].map((one, at) => numbered(one, at + 1))),
  'the last cut off': (all) => all.slice(0, 4),
  'all cut off': () => [],
}

/** Each entry hashed anew after the one before it, as whoever rewrites everything would. */
function chained(all: Row[]): Row[] {
  let previous = BEGINNING
  return all.map((one) => {
    const entry = { ...one, previous, hash: hashed(previous, one.content) }
    previous = entry.hash
    return entry
  })
}

function rowsIn(store: Store): Promise<Row[]> {
  return store.look<{ logEntry: Row }>().selectFrom('logEntry').selectAll().orderBy('n').execute()
}

/** Lets something be seen with other entries in the log, and puts back what was there. */
async function tampered(store: Store, tamper: (all: Row[]) => Row[], see: () => Promise<unknown>) {
  const before = await rowsIn(store)
  await put(store, tamper(before))
  await see()
  await put(store, before)
}

async function put(store: Store, entries: readonly Row[]) {
  await store.write(async (tx) => {
    await tx.change<AnyTables>().deleteFrom('logEntry').execute()
    for (const [at, one] of entries.entries())
      await tx
        .change<AnyTables>()
        .insertInto('logEntry')
        .values({ ...one, decisionId: at + 1 })
        .execute()
  })
}

async function putHead(store: Store, head: SignedHead) {
  await store.write((tx) =>
    tx
      .change<AnyTables>()
      .updateTable('logHead')
      .set({ ...head })
      .execute(),
  )
}
