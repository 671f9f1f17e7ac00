import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CommentId, contradictory, keptCommentById, recounted } from '../../src/domain/discussion/index.ts'
import {
  type Case,
  type CommentDecision,
  claim,
  decide,
  decisionsAbout,
  openCaseOf,
  release,
  settleDue,
  undo,
} from '../../src/domain/moderation/index.ts'
import { troubleIn } from '../../src/kit/trouble.ts'
import type { AnyTables, Store } from '../../src/store/index.ts'
import { randomBetween } from '../support/chance.ts'
import { AT, openModeration } from '../support/moderation-desk.ts'
import { STORES } from '../support/stores.ts'

const ROUNDS = 250
/** So many are under way at once. */
const ABREAST = 4
const KINDS: readonly CommentDecision[] = ['keep', 'hold', 'let-in', 'remove', 'restore']

for (const { name, openStore } of STORES)
  test(`on ${name}, two moderators at the same cases leave rows that tell one story, however their acts interleave`, async () => {
    await using desk = await openModeration(openStore)
    const { store, write, mo, mia, bob, ruleId } = desk
    const comments = [await desk.say(), await desk.say(), await desk.hold()]
    const readers = await Promise.all(Array.from({ length: 9 }, (_, at) => desk.somebody(`reader ${at}`)))
    let at = AT

    async function act(): Promise<void> {
      const [by, commentId] = [pick([mo, mia]), pick(comments)]
      at += randomBetween(1, 2_000)
      const kind = pick(KINDS)
      const acts = [
        () => write((tx) => decide(tx, { kind, commentId, by, at, ...(kind === 'remove' && { ruleId }) })),
        () => write((tx) => decide(tx, { kind, commentId, by, at, ...(kind === 'remove' && { ruleId }) })),
        async () => {
          const [last] = await decisionsAbout(store, commentId, 1)
          if (last) await write((tx) => undo(tx, { id: last.id, by, at }))
        },
        () => onCase(commentId, (open) => write((tx) => claim(tx, { id: open.id, by, at }))),
        () => onCase(commentId, (open) => write((tx) => release(tx, { id: open.id, by }))),
        () => desk.report(commentId, pick([bob, ...readers]), at),
        () => write((tx) => settleDue(tx, at)),
      ]
      await pick(acts)()
    }

    async function onCase(commentId: CommentId, work: (open: Case) => Promise<unknown>) {
      const open = await openCaseOf(store, commentId)
      if (open) await work(open)
    }

    for (let round = 0; round < ROUNDS; round++)
      await Promise.all(Array.from({ length: ABREAST }, () => act().catch(refusedAlone)))

    const counted = store
      .look<AnyTables>()
      .selectFrom('decision')
      .select((e) => e.fn.countAll<number>().as('count'))
    assert.ok(Number((await counted.executeTakeFirstOrThrow()).count) > comments.length, 'much was decided')
    for (const id of comments) await mustTellOneStory(store, id)
    assert.deepEqual(await recounted(store, 9), [])
    assert.deepEqual(await contradictory(store, 9), [])
  })

/** What is refused is no fault of the rows. */
function refusedAlone(error: unknown) {
  if (!troubleIn(error)) throw error
}

/** Whether what was decided and not undone, told in its order, leads to what there is. */
async function mustTellOneStory(store: Store, id: CommentId) {
  const comment = (await keptCommentById(store, id))!
  const decisions = (await decisionsAbout(store, id, 10_000)).toReversed()
  const wasHeld = decisions.find(({ kind }) => kind === 'let-in') && comment.ordinal === null
  assert.equal(wasHeld ?? false, false, 'what was let in has a number')
  const last = decisions.findLast(({ kind }) => kind !== 'keep')
  const hidden = last?.kind === 'hold' || last?.kind === 'remove'
  const expected = hidden ? 'removed' : last || comment.ordinal !== null ? 'stands' : 'held'
  assert.equal(
    comment.state,
    last?.kind === 'restore' && comment.ordinal === null ? 'held' : expected,
    `comment ${id} after ${decisions
      .slice(-6)
      .map(({ id: one, kind }) => `${kind} ${one}`)
      .join(', ')}`,
  )
  const rows = store.look<AnyTables>()
  const cases = await rows.selectFrom('moderationCase').selectAll().where('commentId', '=', id).execute()
  const open = cases.filter(({ closedAt }) => closedAt === null)
  assert.ok(open.length <= 1, 'one case at most is open')
  const reports = await rows.selectFrom('report').selectAll().where('commentId', '=', id).execute()
  const waiting = reports.filter(({ state }) => state === 'open')
  if (open[0]) assert.equal(open[0].reports, waiting.length, 'it counts the reports that wait')
  for (const { outcomeId } of cases.filter(({ outcomeId }) => outcomeId !== null))
    assert.ok(
      decisions.some((decision) => decision.id === outcomeId),
      'what closed a case was not undone',
    )
  const takenBack = new Set(decisions.map(({ takesBackId }) => takesBackId).filter((one) => one !== null))
  for (const one of takenBack)
    assert.ok(decisions.some((decision) => decision.id === one && decision.kind === 'remove'))
}

function pick<T>(among: readonly T[]): T {
  return among[randomBetween(0, among.length)]!
}
