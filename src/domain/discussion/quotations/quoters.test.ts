import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newArticle } from '../../../../test/support/growing.ts'
import { STORES } from '../../../../test/support/stores.ts'
import { type Person, personNamed } from '../../people/index.ts'
import {
  type CommentId,
  commentHolder,
  draftOf,
  edit,
  filled,
  post,
  ROOT,
  recounted,
  remove,
  restore,
  shownRow,
  standing,
} from '../index.ts'

const AT = 1_790_000_000_000

for (const { name, openStore } of STORES) {
  test(`on ${name}, a comment names the first who quote it, whatever becomes of them`, async () => {
    await using open = await openStore()
    const { store } = open
    const articleId = await newArticle(store, 'ferry')
    const named = async (one: string) => (await store.write((tx) => personNamed(tx, one))).value
    const posted = async (by: Person, words: string, under: CommentId | typeof ROOT) => {
      const posting = { articleId, under, by, draft: draftOf(words), language: null, at: AT }
      return (await store.write((tx) => post(tx, posting))).value
    }
    const passage = await posted(await named('Ada'), 'Alpha stands here.', ROOT)
    const quoting = `> Alpha stands\n> — [Ada, 1](/c/${passage.id})\n\nIndeed.\n\n`
    const quote = async (one: string) => posted(await named(one), quoting.repeat(2), passage.id)
    const [ben, cleo, dora] = [await quote('Ben'), await quote('Cleo'), await quote('Dora')]
    await quote('Emil')
    const names = async () => {
      const [shown] = await filled(store, [(await shownRow(store, passage.id))!])
      const { count, first } = shown!.quotedBy
      assert.deepEqual(await recounted(store, 10), [])
      return [count, ...first.map((quoter) => `${quoter.name} ${quoter.label}`)]
    }
    assert.deepEqual(await names(), [4, 'Ben 1.1', 'Cleo 1.2', 'Dora 1.3'])

    await store.write(async (tx) =>
      remove(tx, await standing(tx, ben.id), { cause: 'author', ruleId: null, at: AT }, AT),
    )
    assert.deepEqual(await names(), [3, 'Cleo 1.2', 'Dora 1.3', 'Emil 1.4'])
    await store.write((tx) => restore(tx, ben, { byId: null, note: '', at: AT }))
    assert.deepEqual(await names(), [4, 'Ben 1.1', 'Cleo 1.2', 'Dora 1.3'])

    const by = await named('Cleo')
    await store.write((tx) => edit(tx, { id: cleo.id, by, draft: draftOf('No.'), revision: 1, at: AT }))
    assert.deepEqual(await names(), [3, 'Ben 1.1', 'Dora 1.3', 'Emil 1.4'])
    await store.write((tx) => edit(tx, { id: cleo.id, by, draft: draftOf(quoting), revision: 2, at: AT }))

    const heir = await named('Flora')
    await store.write((tx) => commentHolder.hand(tx, dora.authorId!, heir.id))
    assert.deepEqual(await names(), [4, 'Ben 1.1', 'Cleo 1.2', 'Flora 1.3'])
  })
}
