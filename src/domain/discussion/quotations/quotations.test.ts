import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newArticle } from '../../../../test/support/growing.ts'
import { STORES } from '../../../../test/support/stores.ts'
import { entriesSince, latestSeq, type Reading } from '../../../store/index.ts'
import { personNamed } from '../../people/index.ts'
import {
  type DiscussionTables,
  draftOf,
  edit,
  formerQuotations,
  post,
  quotationsOf,
  quoteImported,
  recounted,
  remove,
  restore,
  standing,
} from '../index.ts'

const COMMENTS = 105
const IN_EACH = 10
const AT = 1_790_000_000_000

for (const { name, openStore } of STORES) {
  test(`on ${name}, what is quoted a thousand times is edited, removed and restored in few statements`, async () => {
    const asked: string[] = []
    await using open = await openStore((sql) => asked.push(sql))
    const { store } = open
    const articleId = await newArticle(store, 'ferry')
    const { value: by } = await store.write((tx) => personNamed(tx, 'Ada'))
    const posting = { articleId, by, language: null, at: AT }
    const { value: passage } = await store.write((tx) =>
      post(tx, { ...posting, under: 0, draft: draftOf('Alpha stands here, and Beta there.') }),
    )
    const block = (words: string) => `> ${words}\n> — [Ada, 1](/c/${passage.id})\n\nIndeed.\n\n`
    const draft = draftOf([block('Alpha stands'), block('Beta there')].join('').repeat(IN_EACH / 2))
    await store.write(async (tx) => {
      for (let n = 0; n < COMMENTS; n++) await post(tx, { ...posting, under: passage.id, draft })
    })

    const edited = (words: string, revision: number) =>
      store.write((tx) => edit(tx, { id: passage.id, by, draft: draftOf(words), revision, at: AT }))
    const tombstone = { cause: 'author', ruleId: null, at: AT } as const
    const acts = [
      [() => edited('Gamma alone.', 1), { changed: 1_050 }],
      [() => edited('Gamma and Delta.', 2), { changed: 1_050 }],
      [() => edited('Alpha stands alone.', 3), { changed: 525, standing: 525 }],
      [() => edited('Beta there, alone.', 4), { changed: 525, standing: 525 }],
      [
        () => store.write(async (tx) => remove(tx, await standing(tx, passage.id), tombstone, AT)),
        { changed: 525, standing: 525 },
      ],
      [
        () => store.write((tx) => restore(tx, passage, { byId: null, note: '', at: AT })),
        { changed: 525, standing: 525 },
      ],
    ] as const
    for (const [act, expected] of acts) {
      const [before, seq] = [asked.length, await latestSeq(store)]
      await act()
      const statements = asked.slice(before)
      assert.ok(statements.length < 50, `${statements.length} statements`)
      assert.deepEqual(await states(store), expected)
      const told = (await entriesSince(store, seq, 500)).map(({ kind }) => kind)
      assert.deepEqual(
        told.filter((kind) => kind.startsWith('quotation')),
        ['quotations.changed'],
      )
    }
  })

  test(`on ${name}, a restoration leaves what was quoted from elsewhere as it stood`, async () => {
    await using open = await openStore()
    const { store } = open
    const articleId = await newArticle(store, 'ferry')
    const { value: by } = await store.write((tx) => personNamed(tx, 'Ada'))
    await store.write(async (tx) => {
      const posting = { articleId, by, language: null, at: AT }
      const passage = await post(tx, { ...posting, under: 0, draft: draftOf('“Alpha” stands here.') })
      const quoter = await post(tx, { ...posting, under: passage.id, draft: draftOf('Indeed.') })
      const loosely = { slot: 1, words: '"alpha" stands', attribution: 'Ada', ofEditionId: null }
      await quoteImported(tx, quoter, [{ ...loosely, ofCommentId: passage.id, state: 'standing' }])
      await remove(tx, passage, { cause: 'moderators', ruleId: null, at: AT }, AT)
      await restore(tx, passage, { byId: null, note: '', at: AT })
    })
    assert.deepEqual(await states(store), { standing: 1 })
  })

  test(`on ${name}, what an earlier wording quoted is kept, and counts for nothing`, async () => {
    await using open = await openStore()
    const { store } = open
    const articleId = await newArticle(store, 'ferry')
    const { value: by } = await store.write((tx) => personNamed(tx, 'Ada'))
    const { value: ids } = await store.write(async (tx) => {
      const posting = { articleId, by, language: null, at: AT }
      const passage = await post(tx, { ...posting, under: 0, draft: draftOf('Alpha stands here.') })
      const quoting = draftOf(`> Alpha stands\n> — [Ada, 1](/c/${passage.id})\n\nIndeed.`)
      const quoter = await post(tx, { ...posting, under: passage.id, draft: quoting })
      await edit(tx, { id: quoter.id, by, draft: draftOf('Never mind.'), revision: 1, at: AT })
      return { passage: passage.id, quoter: quoter.id }
    })
    const quotes = async () =>
      (await formerQuotations(store, ids.quoter)).get(1)!.map(({ words, state }) => [words, state])
    assert.deepEqual(await quotes(), [['Alpha stands', 'standing']])
    assert.deepEqual(await states(store), {})
    const { quotedBy, quoters } = await standing(store, ids.passage)
    assert.deepEqual([quotedBy, quoters], [0, ''])
    assert.deepEqual(await recounted(store, 10), [])
    assert.deepEqual(await quotationsOf(store, ids.passage, 0, 10), [])
    await store.write((tx) => edit(tx, { id: ids.passage, by, draft: draftOf('Gamma.'), revision: 1, at: AT }))
    assert.deepEqual(await quotes(), [['Alpha stands', 'changed']])
    const tombstone = { cause: 'author', ruleId: null, at: AT } as const
    await store.write(async (tx) => remove(tx, await standing(tx, ids.passage), tombstone, AT))
    assert.deepEqual(await quotes(), [[null, 'removed']])
  })
}

async function states(db: Reading) {
  const rows = await db.look<DiscussionTables>().selectFrom('quotation').select('state').execute()
  const each = Map.groupBy(rows, ({ state }) => state)
  return Object.fromEntries([...each].map(([state, { length }]) => [state, length]))
}
