import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newArticle } from '../../../../test/support/growing.ts'
import { STORES } from '../../../../test/support/stores.ts'
import type { AnyTables, Store } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { addPerson } from '../../people/index.ts'
import {
  type CommentId,
  commentById,
  discussionOf,
  draftOf,
  hold,
  letIn,
  misnumbered,
  misplaced,
  post,
  recounted,
  remove,
  restore,
  standing,
} from '../index.ts'
import { contradictory } from './contradictory.ts'

const AT = 1_790_000_000_000

for (const { name, openStore } of STORES) {
  test(`on ${name}, a held comment has no number and counts nowhere until it is let in`, async () => {
    await using open = await openStore()
    const { store } = open
    const talk = await talkOn(store)
    const root = await talk.say('First.', 0)
    const [heldRoot, heldReply] = [await talk.hold('Held root.', 0), await talk.hold(quoting(root), root)]
    const [second, reply] = [await talk.say('Second.', 0), await talk.say('Reply.', root)]

    assert.deepEqual(await talk.places(), {
      [root]: '1',
      [heldRoot]: '',
      [heldReply]: '',
      [second]: '2',
      [reply]: '1.1',
    })
    const counted = await discussionOf(store, talk.articleId)
    assert.deepEqual([counted?.visible, counted?.total, counted?.nextRoot, counted?.lastActivityAt], [3, 3, 3, AT])
    const parent = await commentById(store, root)
    assert.deepEqual([parent?.replies, parent?.descendants, parent?.quotedBy], [1, 1, 0])
    for (const id of [heldRoot, heldReply]) {
      assert.equal(await commentById(store, id), undefined)
      await assert.rejects(standing(store, id), { key: 'comment.missing' })
      await assert.rejects(talk.say('Under it.', id), { key: 'comment.parent-missing' })
      await assert.rejects(talk.say(quoting(id, 'Held root.'), 0), { key: 'quotation.missing' })
    }
    await wellKept(store)

    await store.write((tx) => letIn(tx, { id: heldReply, byId: null, note: '', at: AT + 9 }))
    await store.write((tx) => letIn(tx, { id: heldRoot, byId: null, note: '', at: AT + 9 }))
    assert.deepEqual(await talk.places(), {
      [root]: '1',
      [heldRoot]: '3',
      [heldReply]: '1.2',
      [second]: '2',
      [reply]: '1.1',
    })
    const quoted = await commentById(store, root)
    assert.deepEqual([quoted?.replies, quoted?.descendants, quoted?.quotedBy], [2, 2, 1])
    assert.deepEqual((await discussionOf(store, talk.articleId))?.visible, 5)
    assert.deepEqual(await talk.told('comment.posted'), [root, second, reply, heldReply, heldRoot])
    await assert.rejects(
      store.write((tx) => letIn(tx, { id: heldRoot, byId: null, note: '', at: AT })),
      {
        key: 'comment.missing',
      },
    )
    await wellKept(store)
  })

  test(`on ${name}, a held comment that is removed was never there, and waits again when that is taken back`, async () => {
    await using open = await openStore()
    const { store } = open
    const talk = await talkOn(store)
    const held = await talk.hold('Held.', 0)
    const kept = { id: held, articleId: talk.articleId }
    assert.ok(await store.write((tx) => remove(tx, kept, { cause: 'moderators', ruleId: null, at: AT }, AT)))
    assert.equal(await commentById(store, held), undefined)
    assert.equal(await talk.say('After it.', 0).then((id) => talk.places().then((all) => all[id])), '1')
    await wellKept(store)
    await store.write((tx) => restore(tx, kept, { byId: null, note: '', at: AT }))
    await wellKept(store)
    await store.write((tx) => letIn(tx, { id: held, byId: null, note: '', at: AT }))
    assert.equal((await talk.places())[held], '2')
    assert.deepEqual(await talk.told('comment.removed'), [])
    await wellKept(store)
  })

  test(`on ${name}, the doctor finds a state that the decisions do not give, and what contradicts it`, async () => {
    await using open = await openStore()
    const { store } = open
    const talk = await talkOn(store)
    const [stands, held] = [await talk.say('Here.', 0), await talk.hold('Held.', 0)]
    const plant = (id: number, values: object) =>
      store.write((tx) => tx.change<AnyTables>().updateTable('comment').set(values).where('id', '=', id).execute())
    await plant(held, { state: 'stands', html: '<p>Held.</p>' })
    await plant(stands, { state: 'removed' })
    assert.deepEqual(
      (await recounted(store, 10)).filter(({ column }) => column === 'state').map(({ id, counted }) => [id, counted]),
      [
        [stands, 'stands'],
        [held, 'held'],
      ],
    )
    assert.deepEqual(await contradictory(store, 10), [
      `Comment ${stands} is removed, and its words are shown.`,
      `Comment ${held} stands without a number.`,
    ])
  })
}

async function wellKept(store: Store) {
  assert.deepEqual(await recounted(store, 10), [])
  assert.deepEqual(await contradictory(store, 10), [])
  assert.deepEqual(await misnumbered(store, 10), [])
  assert.deepEqual(await Array.fromAsync(misplaced(store)), [])
}

function quoting(id: CommentId, words = 'First.') {
  return `> ${words}\n> — [Ada, 1](/c/${id})\n\nIndeed.`
}

async function talkOn(store: Store) {
  const articleId: ArticleId = await newArticle(store, 'ferry')
  const ada = { accountId: 'a', name: 'Ada', nameKey: 'ada', createdAt: AT } as const
  const { value: by } = await store.write((tx) => addPerson(tx, ada))
  const posting = (words: string, under: number) =>
    ({ articleId, under: under as CommentId, by, draft: draftOf(words), language: null, at: AT }) as const
  return {
    articleId,
    say: async (words: string, under: number) => (await store.write((tx) => post(tx, posting(words, under)))).value.id,
    hold: async (words: string, under: number) => {
      const held = await store.write((tx) => hold(tx, { ...posting(words, under), heldById: null, note: '' }))
      return held.value
    },
    async places() {
      const rows = await store.look<AnyTables>().selectFrom('comment').select(['id', 'label']).execute()
      return Object.fromEntries(rows.map(({ id, label }) => [id, label]))
    },
    async told(kind: string) {
      const entries = store.look<AnyTables>().selectFrom('journal').select('about').where('kind', '=', kind)
      return (await entries.orderBy('seq').execute()).map(({ about }) => about)
    },
  }
}
