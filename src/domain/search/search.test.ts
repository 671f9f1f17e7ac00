import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  anArticle,
  aPerson,
  bring,
  muchTalk,
  type Talked,
  talk,
  wordsLookedFor,
} from '../../../test/support/harbour-talk.ts'
import { HOSTILE_LISTS, naughtyStrings, scriptPayloads } from '../../../test/support/hostile-words.ts'
import { reading } from '../../../test/support/shared.ts'
import { STORES } from '../../../test/support/stores.ts'
import { until } from '../../../test/support/until.ts'
import { startReaders } from '../../jobs/readers.ts'
import { createComplaints } from '../../kit/complaints.ts'
import { STDERR_LOG } from '../../kit/log.ts'
import { EVENTS } from '../../parley.ts'
import { createTail, type Store } from '../../store/index.ts'
import { termsIn, wantedIn } from '../../text/tokens.ts'
import type { ArticleTables } from '../articles/index.ts'
import { importDone } from '../articles/index.ts'
import { type CommentId, commentById, draftOf, edit, remove, restore } from '../discussion/index.ts'
import { createSearch, type Question, searchReaders } from './index.ts'

/** A store whose comments are indexed as they come. */
async function openSearch(store: Store) {
  const tail = await createTail(store, EVENTS)
  const search = createSearch(store)
  const indexer = startReaders({
    store,
    tail,
    complaints: createComplaints(STDERR_LOG),
    jobs: { readers: searchReaders },
  })
  return {
    indexer,
    search,
    /** The numbers of what is found once everything that was said can be, page after page. */
    async ids(question: Question & { typed?: string }, onAPage = 20): Promise<CommentId[]> {
      await indexer.settled()
      const { typed, ...rest } = question
      const wanted = typed === undefined ? undefined : wantedIn(typed)
      const ids: CommentId[] = []
      for (let before = rest.before; ; ) {
        const { found, older } = await store.read((db) => search.find(db, { ...rest, wanted, before }, onAPage))
        ids.push(...found.map(({ id }) => id))
        if (older === null) return ids
        before = older
      }
    },
    async [Symbol.asyncDispose]() {
      await indexer.close()
      await tail.close()
    },
  }
}

for (const { name, openStore } of STORES) {
  test(`every form of a word finds every other, in many languages and scripts, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    await using searching = await openSearch(store)
    const [articleId, ada] = [await anArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const said = {
      ru: await talk(store, articleId, ada, 'Десять **кораблей** ушло, и ни один не вернулся.'),
      de: await talk(store, articleId, ada, 'Die Fähren liegen vor den Häusern der Straße.'),
      zh: await talk(store, articleId, ada, '昨天我们坐渡轮去了港口。'),
      ar: await talk(store, articleId, ada, 'غادرت السفينة المِيناء.'),
      mixed: await talk(store, articleId, ada, 'The ferry «Корабль» is called 渡轮 and السفينة, too; it’s l’eau.'),
    }
    const ANSWERS: readonly (readonly [typed: string, ...expected: (keyof typeof said)[]])[] = [
      ['корабль', 'mixed', 'ru'],
      ['КОРАБЛИ', 'mixed', 'ru'],
      ['кораблями', 'mixed', 'ru'],
      ['Fähre', 'de'],
      ['haus', 'de'],
      ['STRASSE', 'de'],
      ['渡轮', 'mixed', 'zh'],
      ['坐渡轮去', 'zh'],
      ['轮', 'mixed', 'zh'],
      ['轮渡'],
      ['سفينة', 'mixed', 'ar'],
      ['ميناء', 'ar'],
      ['ferries', 'mixed'],
      ['eau', 'mixed'],
      ['корабли 渡轮 FERRY', 'mixed'],
      ['корабли Fähre'],
      ['submarine'],
    ]
    for (const [typed, ...expected] of ANSWERS)
      assert.deepEqual(
        await searching.ids({ typed }),
        expected.map((key) => said[key]),
        typed,
      )
  })

  test(`operators that people type are no operators, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    await using searching = await openSearch(store)
    const [articleId, ada] = [await anArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const near = await talk(store, articleId, ada, 'The ferry is near, or not and so on.')
    const other = await talk(store, articleId, ada, `"ferry'; drop table 'comment' -- \\ terms:ferry`)
    const both = [other, near]
    for (const typed of [
      '"ferry',
      'ferry"',
      "ferry'",
      'ferry*',
      '^ferry',
      '+ferry',
      '-ferry',
      'ferry:*',
      '!ferry',
      'ferry & ',
      '(ferry',
      'ferry)',
      '{ferry}',
      'ferry \\',
      "ferry''",
      'ferry\u0000',
      "ferry' | 'x",
    ])
      assert.deepEqual(await searching.ids({ typed }), typed.includes('x') ? [] : both, typed)
    assert.deepEqual(await searching.ids({ typed: 'fer*' }), [])
    assert.deepEqual(await searching.ids({ typed: 'ferry OR submarine' }), [])
    assert.deepEqual(await searching.ids({ typed: '"ferry"" OR "' }), [near])
    assert.deepEqual(await searching.ids({ typed: 'ferry or near' }), [near])
    assert.deepEqual(await searching.ids({ typed: 'NEAR(ferry not, 5)' }), [])
    assert.deepEqual(await searching.ids({ typed: 'NOT ferry AND near' }), [near])
    assert.deepEqual(await searching.ids({ typed: 'terms : ferry' }), [other])
    assert.deepEqual(await searching.ids({ typed: 'drop <-> table' }), [other])
  })

  test(`what is edited, removed, restored or unpublished is found as it stands, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    await using searching = await openSearch(store)
    const [articleId, ada] = [await anArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const id = await talk(store, articleId, ada, 'The old ferry')
    assert.deepEqual(await searching.ids({ typed: 'ferry' }), [id])

    await store.write((tx) => edit(tx, { id, by: ada, draft: draftOf('The new steamer'), revision: 1, at: 2_000 }))
    assert.deepEqual(await searching.ids({ typed: 'ferry' }), [])
    assert.deepEqual(await searching.ids({ typed: 'steamers' }), [id])

    const removed = { cause: 'author', ruleId: null, at: 3_000 } as const
    await store.write(async (tx) => remove(tx, (await commentById(tx, id))!, removed, 3_000))
    assert.deepEqual(await searching.ids({ typed: 'steamer' }), [])
    assert.deepEqual(await searching.ids({ articleId }), [])
    assert.deepEqual(await searching.search.misindexed(store, 10), { missing: [], spare: [] })

    await store.write(async (tx) => restore(tx, (await commentById(tx, id))!, { byId: null, note: '', at: 4_000 }))
    assert.deepEqual(await searching.ids({ typed: 'steamer' }), [id])
    await store.write((tx) =>
      tx.change<ArticleTables>().updateTable('edition').set({ state: 'draft', publishedAt: null }).execute(),
    )
    assert.deepEqual(await searching.ids({ typed: 'steamer' }), [])
  })

  test(`removed and changed words are not found while the index still holds them, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const [articleId, ada] = [await anArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const [gone, changed] = [
      await talk(store, articleId, ada, 'A secret'),
      await talk(store, articleId, ada, 'Secrets'),
    ]
    const search = createSearch(store)
    {
      await using searching = await openSearch(store)
      assert.deepEqual(await searching.ids({ typed: 'secret' }), [changed, gone])
    }
    const removed = { cause: 'author', ruleId: null, at: 3_000 } as const
    await store.write(async (tx) => remove(tx, (await commentById(tx, gone))!, removed, 3_000))
    await store.write((tx) => edit(tx, { id: changed, by: ada, draft: draftOf('Nothing'), revision: 1, at: 2_000 }))
    const asked = { wanted: wantedIn('secret') }
    assert.deepEqual(await store.read((db) => search.find(db, asked, 5)), { found: [], older: null })
    assert.deepEqual(await search.misindexed(store, 10), { missing: [], spare: [gone] })

    await using searching = await openSearch(store)
    await searching.indexer.settled()
    assert.deepEqual(await search.misindexed(store, 10), { missing: [], spare: [] })
  })

  test(`removed words leave the index without being asked, on ${name}`, { timeout: 60_000 }, async () => {
    await using open = await openStore()
    const { store } = open
    await using searching = await openSearch(store)
    const [articleId, ada] = [await anArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const id = await talk(store, articleId, ada, 'A secret')
    const holds = () => store.read((db) => searching.search.misindexed(db, 10))
    await until(async () => (await holds()).missing.length === 0)
    const removed = { cause: 'author', ruleId: null, at: 3_000 } as const
    await store.write(async (tx) => remove(tx, (await commentById(tx, id))!, removed, 3_000))
    await until(async () => (await holds()).spare.length === 0)
  })

  test(`an index that nobody kept is caught up with, and two that are kept at once agree, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const [articleId, ada] = [await anArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const ids: CommentId[] = []
    for (let number = 0; number < 5; number++) ids.unshift(await talk(store, articleId, ada, `Ferry ${number}`))
    assert.deepEqual(await createSearch(store).misindexed(store, 10), { missing: ids.toReversed(), spare: [] })
    await using one = await openSearch(store)
    await using other = await openSearch(store)
    ids.unshift(await talk(store, articleId, ada, 'One more ferry'))
    assert.deepEqual(await one.ids({ typed: 'ferries' }), ids)
    assert.deepEqual(await other.ids({ typed: 'ferries' }), ids)
  })

  test(`an import into an emptied publication makes the index anew, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    await using searching = await openSearch(store)
    const [articleId, ada] = [await anArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const talked = muchTalk(50, [articleId], [ada.id])
    await bring(store, talked)
    await searching.indexer.settled()
    await store.write(async (tx) => {
      await tx
        .change<{ comment: Talked }>()
        .deleteFrom('comment')
        .where('id', '>', 10 as CommentId)
        .execute()
      tx.note(importDone, { at: 5 })
    })
    await searching.indexer.settled()
    assert.deepEqual(await searching.search.misindexed(store, 100), { missing: [], spare: [] })
  })
}

test(
  'whatever is typed finds the same on every database and breaks none',
  reading(...Object.values(HOSTILE_LISTS)),
  async () => {
    const words = [...naughtyStrings(), ...scriptPayloads().filter((_, at) => at % 20 === 0)]
    const typed = words.map(wantedIn).filter(({ length }) => length <= 20)
    const answers: (readonly CommentId[])[][] = []
    for (const { openStore } of STORES) {
      await using open = await openStore()
      const { store } = open
      await using searching = await openSearch(store)
      const [articleId, ada] = [await anArticle(store, 'ferry'), await aPerson(store, 'Ada')]
      await bring(store, muchTalk(300, [articleId], [ada.id]))
      await talk(store, articleId, ada, 'script alert onerror javascript select union drop table null undefined 1')
      await searching.indexer.settled()
      const found = typed.map(async (wanted) =>
        (await searching.search.find(store, { wanted }, 5)).found.map(({ id }) => id),
      )
      answers.push(await Promise.all(found))
    }
    assert.deepEqual(answers[0], answers[1])
    assert.ok(answers[0]!.some((ids) => ids.length === 1) && answers[0]!.some((ids) => ids.length === 0))
  },
)

const MANY = 10_000

test(`10,000 comments give the same answers on every database, and those that reading each of them gives`, async () => {
  const answers: Record<string, CommentId[]>[] = []
  for (const { openStore } of STORES) {
    await using open = await openStore()
    const { store } = open
    await using searching = await openSearch(store)
    const articles = [
      await anArticle(store, 'ferry'),
      await anArticle(store, 'tide'),
      await anArticle(store, 'draft', null),
    ]
    const people = [await aPerson(store, 'Ada'), await aPerson(store, 'Bob'), await aPerson(store, 'Cyd')]
    const talked = muchTalk(
      MANY,
      articles,
      people.map(({ id }) => id),
    )
    await bring(store, talked)
    const readThrough = reader(talked, articles[2]!)
    const given: Record<string, CommentId[]> = {}
    for (const [at, typed] of wordsLookedFor(24).entries()) {
      const filters: Question[] = [
        {},
        { articleId: articles[0] },
        { authorId: people[1]!.id },
        { from: 1_100_000, until: 1_300_000 },
      ]
      const question = filters[at % filters.length]!
      const ids = await searching.ids({ ...question, typed }, 500)
      assert.deepEqual(ids, readThrough(typed, question), typed)
      given[`${typed} ${JSON.stringify(question)}`] = ids
    }
    assert.deepEqual(await searching.search.misindexed(store, 10), { missing: [], spare: [] })
    answers.push(given)
  }
  const [first, ...others] = answers
  assert.ok(Object.values(first!).filter((ids) => ids.length > 100).length > 6, 'there was much to be found')
  for (const other of others) assert.deepEqual(other, first)
})

/** What a question should find: every comment that stands is read. */
function reader(talked: readonly Talked[], unpublished: number) {
  const standing = talked.filter(({ plain, articleId }) => plain !== null && articleId !== unpublished)
  const read = standing.map((comment) => ({ ...comment, terms: new Set(termsIn(comment.plain!, comment.language)) }))
  return (typed: string, { articleId, authorId, from = 0, until = Infinity }: Question): CommentId[] => {
    const wanted = wantedIn(typed)
    return read
      .filter((comment) => (articleId ?? comment.articleId) === comment.articleId)
      .filter((comment) => (authorId ?? comment.authorId) === comment.authorId)
      .filter(({ postedAt }) => postedAt >= from && postedAt < until)
      .filter(({ terms }) => wanted.every((any) => any.some((term) => terms.has(term))))
      .map(({ id }) => id)
      .toReversed()
  }
}
