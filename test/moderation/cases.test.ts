import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commentById, recounted } from '../../src/domain/discussion/index.ts'
import {
  addNote,
  CLAIM_MS,
  caseById,
  claim,
  decide,
  notesOn,
  openCaseOf,
  queue,
  release,
  removeOwn,
  settleDue,
  UNDO_MS,
  undo,
} from '../../src/domain/moderation/index.ts'
import { AT, openModeration } from '../support/moderation-desk.ts'
import { STORES } from '../support/stores.ts'

const ALL = { order: 'oldest' } as const

for (const { name, openStore } of STORES) {
  test(`on ${name}, one case gathers every report and hold of a comment, and a decision closes it`, async () => {
    await using desk = await openModeration(openStore)
    const { store, mo, mia, ruleId } = desk
    const [comment, held] = [await desk.say(), await desk.hold()]
    await desk.report(comment)
    await desk.report(comment, mia, AT + 1)

    const waiting = await queue(store, mo, ALL, AT + 1, 9)
    assert.deepEqual(
      waiting.map(({ commentId, reports }) => [commentId, reports]),
      [
        [held, 0],
        [comment, 2],
      ],
    )
    assert.deepEqual(await desk.reasonsOf(waiting[0]!.id), ['held'])
    assert.deepEqual(await desk.reasonsOf(waiting[1]!.id), [`rule:${ruleId}`])

    const decision = { by: mo, at: AT + 2 } as const
    const letIn = await desk.write((tx) => decide(tx, { kind: 'let-in', commentId: held, ...decision }))
    const kept = await desk.write((tx) => decide(tx, { kind: 'keep', commentId: comment, ...decision }))
    assert.equal((await commentById(store, held))?.state, 'stands')
    assert.deepEqual(await queue(store, mo, ALL, AT + 2, 9), [])
    assert.deepEqual(
      [await caseById(store, waiting[0]!.id), await caseById(store, waiting[1]!.id)].map((one) => one?.outcomeId),
      [letIn, kept],
    )

    await desk.write((tx) => undo(tx, { id: kept, by: mo, at: AT + 3 }))
    assert.equal((await openCaseOf(store, comment))?.reports, 2, 'undone, it waits as before')
    await desk.write((tx) => decide(tx, { kind: 'remove', commentId: comment, ruleId, by: mo, at: AT + 4 }))
    await desk.write((tx) => settleDue(tx, AT + 4 + UNDO_MS))
    assert.deepEqual(await desk.reportStates(comment), ['upheld', 'upheld'])
  })

  test(`on ${name}, what is reported again while a decision can be undone is answered with it`, async () => {
    await using desk = await openModeration(openStore)
    const { store, mo, mia } = desk
    const comment = await desk.say()
    await desk.report(comment)
    await desk.write((tx) => decide(tx, { kind: 'keep', commentId: comment, by: mo, at: AT + 1 }))
    await desk.report(comment, mia, AT + 2)
    assert.ok(await openCaseOf(store, comment))
    await desk.write((tx) => settleDue(tx, AT + 1 + UNDO_MS))
    assert.equal(await openCaseOf(store, comment), undefined)
    assert.deepEqual(await desk.reportStates(comment), ['unfounded', 'unfounded'])
  })

  test(`on ${name}, what its author takes back waits no more, seen or unseen`, async () => {
    await using desk = await openModeration(openStore)
    const { store, ada, mo } = desk
    const comment = await desk.say()
    await desk.report(comment)
    await desk.write((tx) => removeOwn(tx, { id: comment, by: ada, at: AT + 1 }))
    assert.deepEqual(await queue(store, mo, ALL, AT + 1, 9), [])
  })

  test(`on ${name}, a case is worked on by one, until they release it or leave it`, async () => {
    await using desk = await openModeration(openStore)
    const { store, ada, mo, mia } = desk
    const comment = await desk.say()
    await desk.report(comment)
    const { id } = (await openCaseOf(store, comment))!
    await assert.rejects(
      desk.write((tx) => claim(tx, { id, by: ada, at: AT })),
      { key: 'removal.not-yours' },
    )
    await desk.write((tx) => claim(tx, { id, by: mo, at: AT }))
    await assert.rejects(
      desk.write((tx) => claim(tx, { id, by: mia, at: AT + 1 })),
      { key: 'case.claimed' },
    )
    assert.deepEqual(await queue(store, mia, { ...ALL, free: true }, AT + 1, 9), [])
    await desk.write((tx) => release(tx, { id, by: mo }))
    await desk.write((tx) => claim(tx, { id, by: mia, at: AT + 2 }))
    await desk.write((tx) => claim(tx, { id, by: mo, at: AT + 2 + CLAIM_MS }))
    await desk.write((tx) => addNote(tx, { id, by: mia, at: AT, words: 'I know the author.' }))
    assert.deepEqual(
      (await notesOn(store, [id])).map(({ byId, words }) => [byId, words]),
      [[mia.id, 'I know the author.']],
    )
    assert.equal((await caseById(store, id))?.claimedById, mo.id)
  })

  test(`on ${name}, a standing comment can be held and let in again, or removed while it is looked at`, async () => {
    await using desk = await openModeration(openStore)
    const { store, mo, ruleId } = desk
    const comment = await desk.say()
    await desk.report(comment)
    const by = { commentId: comment, by: mo } as const
    await desk.write((tx) => decide(tx, { kind: 'hold', ...by, at: AT + 1 }))
    assert.equal((await commentById(store, comment))?.state, 'removed')
    assert.ok(await openCaseOf(store, comment), 'what is out of sight still waits')
    await desk.write((tx) => decide(tx, { kind: 'let-in', ...by, at: AT + 2 }))
    assert.equal((await commentById(store, comment))?.state, 'stands')
    await desk.write((tx) => decide(tx, { kind: 'hold', ...by, at: AT + 3 }))
    const removal = await desk.write((tx) => decide(tx, { kind: 'remove', ...by, ruleId, at: AT + 4 }))
    assert.deepEqual(await desk.causeOf(comment), 'moderators')
    await desk.write((tx) => undo(tx, { id: removal, by: mo, at: AT + 5 }))
    assert.deepEqual(await desk.causeOf(comment), 'held')
    assert.deepEqual(await recounted(store, 9), [])
  })
}
