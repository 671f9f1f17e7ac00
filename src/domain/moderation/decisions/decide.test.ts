import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newArticle } from '../../../../test/support/growing.ts'
import { type OpenStore, STORES } from '../../../../test/support/stores.ts'
import type { AnyTables, Writing } from '../../../store/index.ts'
import { commentById, draftOf, edit, hold, post, recounted } from '../../discussion/index.ts'
import { addPerson, type Member, type Role } from '../../people/index.ts'
import {
  decide,
  decidedComments,
  decisionById,
  decisionsAbout,
  decisionsOn,
  nextSettling,
  saveRule,
  settleDue,
  UNDO_MS,
  undo,
  wordsDecided,
} from '../index.ts'

const AT = 1_790_000_000_000

for (const { name, openStore } of STORES) {
  test(`on ${name}, a decision keeps who decided, when, by which rule, why, and the words as they were`, async () => {
    await using desk = await openDesk(openStore)
    const { store, ada, mo, comment, ruleId } = desk
    await desk.write((tx) =>
      edit(tx, { id: comment, by: ada, draft: draftOf('It never leaves.'), revision: 1, at: AT }),
    )
    const removing = { kind: 'remove', commentId: comment, by: mo, ruleId, at: AT + 1 } as const
    const removal = await desk.write((tx) => decide(tx, { ...removing, note: 'Be kind.', staffNote: 'Third time.' }))
    const restored = { kind: 'restore', commentId: comment, by: mo, at: AT + 2 } as const
    const restoration = await desk.write((tx) => decide(tx, restored))

    const kept = await decisionById(store, removal)
    assert.deepEqual(
      [kept?.byId, kept?.byRole, kept?.ruleId, kept?.note, kept?.staffNote, kept?.automated, kept?.comments],
      [mo.id, 'moderator', ruleId, 'Be kind.', 'Third time.', 0, 1],
    )
    const [decided] = await decidedComments(store, removal)
    assert.deepEqual([decided?.personId, decided?.revision], [ada.id, 2])
    assert.equal((await wordsDecided(store, decided!))?.plain, 'It never leaves.')
    assert.equal((await decisionById(store, restoration))?.takesBackId, removal)
    for (const found of [await decisionsAbout(store, comment, 9), await decisionsOn(store, ada.id, 9)])
      assert.deepEqual(
        found.map(({ id }) => id),
        [restoration, removal],
      )
  })

  test(`on ${name}, a decision is undone for half a minute, and told when that is over`, async () => {
    await using desk = await openDesk(openStore)
    const { store, mo, comment, ruleId } = desk
    const removing = { kind: 'remove', commentId: comment, by: mo, ruleId } as const
    const first = await desk.write((tx) => decide(tx, { ...removing, at: AT }))
    assert.equal((await commentById(store, comment))?.state, 'removed')
    await desk.write((tx) => undo(tx, { id: first, by: mo, at: AT + UNDO_MS }))
    assert.equal((await commentById(store, comment))?.state, 'stands')
    assert.deepEqual(await decisionsAbout(store, comment, 9), [], 'as if it had never been')
    await assert.rejects(
      desk.write((tx) => undo(tx, { id: first, by: mo, at: AT + UNDO_MS })),
      { key: 'decision.too-late' },
    )

    const second = await desk.write((tx) => decide(tx, { ...removing, at: AT }))
    assert.equal(await nextSettling(store), AT + UNDO_MS)
    await desk.write((tx) => settleDue(tx, AT + UNDO_MS - 1))
    assert.deepEqual(await desk.happened('decision.settled'), [])
    await desk.write((tx) => settleDue(tx, AT + UNDO_MS))
    assert.deepEqual(await desk.happened('decision.settled'), [second])
    assert.equal(await nextSettling(store), undefined)
    await assert.rejects(
      desk.write((tx) => undo(tx, { id: second, by: mo, at: AT + UNDO_MS })),
      { key: 'decision.too-late' },
    )
  })

  test(`on ${name}, undoing a restoration removes again, and only the last decision can be undone`, async () => {
    await using desk = await openDesk(openStore)
    const { store, mo, comment, ruleId } = desk
    const [removal, restoration] = [
      await desk.write((tx) => decide(tx, { kind: 'remove', commentId: comment, by: mo, ruleId, at: AT })),
      await desk.write((tx) => decide(tx, { kind: 'restore', commentId: comment, by: mo, at: AT + 1 })),
    ]
    await assert.rejects(
      desk.write((tx) => undo(tx, { id: removal, by: mo, at: AT + 2 })),
      { key: 'decision.superseded' },
    )
    await desk.write((tx) => undo(tx, { id: restoration, by: mo, at: AT + 2 }))
    assert.equal((await commentById(store, comment))?.state, 'removed')
    await desk.write((tx) => undo(tx, { id: removal, by: mo, at: AT + 3 }))
    assert.equal((await commentById(store, comment))?.state, 'stands')
    assert.deepEqual(await recounted(store, 9), [])
  })

  test(`on ${name}, a machine found what a rule of admission held, and staff what nobody brought, whatever a score says`, async () => {
    await using desk = await openDesk(openStore)
    const { store, ada, mo, comment, ruleId, articleId } = desk
    const words = { articleId, under: 0, by: ada, draft: draftOf('It waits.'), language: 'en', at: AT } as const
    const heldBy = (heldById: Member['id'] | null) =>
      desk.write((tx) => hold(tx, { ...words, heldById, note: '', reason: heldById ? null : 'links' }))
    const [byRule, byMo] = [await heldBy(null), await heldBy(mo.id)]
    const foundOf = async (deciding: Promise<Parameters<typeof decisionById>[1]>) =>
      (await decisionById(store, await deciding))?.foundBy
    for (const [commentId, kind, foundBy] of [
      [byRule, 'let-in', 'machine'],
      [byMo, 'let-in', 'staff'],
      [comment, 'remove', 'staff'],
    ] as const) {
      await desk.write((tx) => tx.change<AnyTables>().updateTable('moderationCase').set({ score: 900 }).execute())
      const deciding = desk.write((tx) => decide(tx, { kind, commentId, by: mo, ruleId, at: AT }))
      assert.equal(await foundOf(deciding), foundBy, `${kind} ${commentId}`)
    }
  })

  test(`on ${name}, what was removed before it ever stood comes in when that is taken back`, async () => {
    await using desk = await openDesk(openStore)
    const { store, ada, mo, ruleId, articleId } = desk
    const words = { articleId, under: 0, by: ada, draft: draftOf('It waits.'), language: 'en', at: AT } as const
    const id = await desk.write((tx) => hold(tx, { ...words, heldById: null, note: '', reason: 'links' }))
    await desk.write((tx) => decide(tx, { kind: 'remove', commentId: id, by: mo, ruleId, at: AT }))
    const restoration = await desk.write((tx) => decide(tx, { kind: 'restore', commentId: id, by: mo, at: AT + 1 }))
    const { state, label } = (await commentById(store, id))!
    assert.deepEqual([state, label], ['stands', '2'])
    await desk.write((tx) => undo(tx, { id: restoration, by: mo, at: AT + 2 }))
    assert.equal((await commentById(store, id))?.state, 'removed')
    assert.deepEqual(await recounted(store, 9), [])
  })

  test(`on ${name}, nobody decides without the right, and nothing is removed without a ground`, async () => {
    await using desk = await openDesk(openStore)
    const { ada, mo, comment, ruleId } = desk
    const removing = { kind: 'remove', commentId: comment, at: AT } as const
    await assert.rejects(
      desk.write((tx) => decide(tx, { ...removing, by: ada, ruleId })),
      { key: 'removal.not-yours' },
    )
    await assert.rejects(
      desk.write((tx) => decide(tx, { ...removing, by: mo })),
      { key: 'rule.missing' },
    )
    await desk.write((tx) => decide(tx, { ...removing, by: mo, law: 'Section 185 of the penal code' }))
    assert.deepEqual(await desk.happened('decision.made'), [1])
  })
}

/** A publication with a comment by Ada, a rule, and a moderator. */
async function openDesk(openStore: () => Promise<OpenStore>) {
  const open = await openStore()
  const { store } = open
  const write = async <T>(work: (tx: Writing) => Promise<T>) => (await store.write(work)).value
  const somebody = async (name: string, ...roles: Role[]): Promise<Member> => ({
    ...(await write((tx) => addPerson(tx, { accountId: name, name, nameKey: name, createdAt: AT }))),
    roles: roles.map((role) => ({ role, sections: [], languages: [] })),
  })
  const articleId = await newArticle(store, 'ferry')
  const [ada, mo] = [await somebody('ada'), await somebody('mo', 'moderator')]
  await write((tx) => saveRule(tx, 1, [{ language: 'en', title: 'Be kind', words: 'To all.' }]))
  const draft = draftOf('It leaves at nine.')
  const said = await write((tx) => post(tx, { articleId, under: 0, by: ada, draft, language: 'en', at: AT }))
  const { ruleId } = { ruleId: 1 as never }
  return {
    store,
    write,
    ada,
    mo,
    ruleId,
    comment: said.id,
    articleId,
    async happened(kind: string) {
      const journal = store.look<AnyTables>().selectFrom('journal').select('about').where('kind', '=', kind)
      return (await journal.orderBy('seq').execute()).map(({ about }) => about)
    },
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}
