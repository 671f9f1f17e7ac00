import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grow, newArticle } from '../../../../test/support/growing.ts'
import { aPerson } from '../../../../test/support/harbour-talk.ts'
import { STORES } from '../../../../test/support/stores.ts'
import {
  type AnyTables,
  type Batch,
  type JournalReader,
  type Reading,
  readOn,
  type Store,
  type Writing,
} from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { type CommentId, commentQuoted, draftOf, follows, post, ROOT } from '../../discussion/index.ts'
import type { Person, PersonId } from '../../people/index.ts'
import { noticesReader } from './notices-reader.ts'

const MOST_AT_ONCE = 500

for (const { name, openStore } of STORES) {
  test(`everybody is told once of what very many follow, some hundred at a time, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const [articleId, ada] = [await newArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    await readOn(store, noticesReader)
    const readers = await manyPeople(store, 1_150)
    await followAll(store, articleId, readers)
    const comments = [await talk(store, articleId, ada, 'The first'), await talk(store, articleId, ada, 'The second')]
    for (const told of await eachTurn(store)) assert.ok(told <= MOST_AT_ONCE, `${told} at once`)
    assert.deepEqual(
      (await notices(store)).map(({ commentId, personId }) => `${commentId} ${personId}`).toSorted(),
      comments.flatMap((id) => readers.map((personId) => `${id} ${personId}`)).toSorted(),
    )
    assert.equal((await rowsOf(store, 'delivery')).length, 2 * readers.length)
    const quoted = { about: comments[0]!, articleId, at: 1_000 }
    await store.write(async (tx) => tx.note(commentQuoted, quoted))
    assert.deepEqual(await eachTurn(store), [0], 'what nobody is told of takes no turns')
  })

  test(`what is undone in the middle is told again whole, and what is done is not, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const [articleId, ada] = [await newArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    await readOn(store, noticesReader)
    const readers = await manyPeople(store, 1_150)
    await followAll(store, articleId, readers)
    await talk(store, articleId, ada, 'Told in turns')
    for (let isMore = true; isMore; ) {
      const undone = readOn(store, { ...noticesReader, step: undoneStep })
      await assert.rejects(undone, /power/)
      isMore = await readOn(store, noticesReader)
    }
    assert.deepEqual(
      (await notices(store)).map(({ personId }) => Number(personId)).toSorted((one, other) => one - other),
      readers,
    )
  })

  test(`few comments are told at once where the way to a followed branch is long, and none is missed, on ${name}`, async () => {
    await using open = await openStore()
    const { store } = open
    const [articleId, ada] = [await newArticle(store, 'ferry'), await aPerson(store, 'Ada')]
    const chain = await grow(
      store,
      articleId,
      Array.from({ length: 700 }, (_, depth) => depth),
    )
    await readOn(store, noticesReader)
    const [near, far] = await manyPeople(store, 2)
    await followAll(store, articleId, [near!], chain.at(-2)!.id)
    await followAll(store, articleId, [far!], chain[100]!.id)
    for (let n = 0; n < 3; n++) await talk(store, articleId, ada, `Far down ${n}`, chain.at(-1)!.id)
    assert.deepEqual(await eachTurn(store), [2, 2, 2])
    assert.deepEqual(
      (await notices(store)).map(({ personId, branchId }) => `${personId} ${branchId}`),
      [0, 1, 2].flatMap(() => [`${near} ${chain.at(-2)!.id}`, `${far} ${chain[100]!.id}`]),
    )
  })
}

/** A step that does everything, and then fails. */
async function undoneStep(db: Reading, batch: Batch) {
  const step = await (noticesReader as JournalReader).step(db, batch)
  return {
    ...step,
    act: async (tx: Writing) => {
      await step.act(tx)
      throw new Error('The power went off.')
    },
  }
}

async function talk(store: Store, articleId: ArticleId, by: Person, words: string, under: CommentId | 0 = ROOT) {
  const posting = { articleId, under, by, draft: draftOf(words), language: null, at: 1_000 }
  return (await store.write((tx) => post(tx, posting))).value.id
}

/** How many notices each turn makes, until there is nothing more to tell. */
async function eachTurn(store: Store): Promise<number[]> {
  const told: number[] = []
  for (let [before, isMore] = [(await notices(store)).length, true]; isMore; ) {
    isMore = await readOn(store, noticesReader)
    const all = (await notices(store)).length
    told.push(all - before)
    before = all
  }
  return told
}

/** People with accounts who wish mail, past all forms. */
async function manyPeople(store: Store, count: number): Promise<PersonId[]> {
  const names = Array.from({ length: count }, (_, n) => `reader${n}`)
  const people = names.map((name) => ({ accountId: name, name, nameKey: name, createdAt: 1 }))
  const { value } = await store.write(async (tx) => {
    await tx.fill<AnyTables, string>('person', people)
    const persons = tx.look<{ person: Person }>().selectFrom('person').select('id').where('accountId', 'in', names)
    const ids = (await persons.orderBy('id').execute()).map(({ id }) => id)
    await tx.fill<AnyTables, string>(
      'mailWish',
      ids.map((personId) => ({ personId, pace: 'daily', language: 'en', at: 1 })),
    )
    return ids
  })
  return value
}

async function followAll(
  store: Store,
  articleId: ArticleId,
  people: PersonId[],
  commentId: CommentId | typeof ROOT = ROOT,
) {
  await store.write(async (tx) => {
    for (const personId of people) await follows.mark(tx, { personId, articleId, commentId }, 1)
  })
}

function notices(store: Store) {
  return rowsOf(store, 'notification')
}

function rowsOf(store: Store, table: string) {
  return store.look<AnyTables>().selectFrom(table).selectAll().execute()
}
