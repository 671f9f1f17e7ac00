import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/support/chance.ts'
import { AT, openModeration } from '../../../../test/support/moderation-desk.ts'
import { STORES } from '../../../../test/support/stores.ts'
import { troubleIn } from '../../../kit/trouble.ts'
import type { AnyTables } from '../../../store/index.ts'
import { type CommentId, keptCommentById } from '../../discussion/index.ts'
import { type CommentDecision, type DecisionId, decide, undo } from '../index.ts'

const WORDS = 'Ann answers 111, Bob answers 222, and nobody answers 333.'
const PASSAGES = ['111', '222', 'Bob answers 222', '333'] as const
const QUOTED = [WORDS, 'Ann answers 111, Bob', 'answers 22', 'nobody answers']
const ROUNDS = 10

const act = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PASSAGES).map((passage) => ({ kind: 'redact' as const, passage })) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('remove', 'restore', 'restore', 'hold', 'let-in', 'unredact', 'lock', 'unlock', 'keep')
      .map((kind) => ({ kind: kind as CommentDecision, passage: undefined })),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const, passage: undefined }) },
)

const redact = (passage: (typeof PASSAGES)[number]) => ({ kind: 'redact' as const, passage })
const other = (kind: 'unredact' | 'undo' | 'remove' | 'restore') => ({ kind, passage: undefined })
/** What was undone is not what was put back last. */
const FOUND = [
  redact('111'),
  other('unredact'),
  redact('333'),
  other('undo'),
  other('undo'),
  redact('222'),
  other('remove'),
  other('restore'),
  other('restore'),
]

for (const { name, openStore } of STORES)
  test(`on ${name}, what was taken out of a comment stays out until it is put back, whatever else is decided`, async () => {
    await using desk = await openModeration(openStore)
    const { store, write, mo, bob, ruleId } = desk
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
        const id = await desk.say(WORDS)
        for (const quoted of QUOTED) await desk.say(`> ${quoted}\n> — [Ada](/c/${id})\n\nWhy?`, 0, bob)
        let out: readonly string[] = []
        const made: { id: DecisionId; out: readonly string[] }[] = []
        for (const [step, { kind, passage }] of acts.entries()) {
          const at = AT + step
          const why = { by: mo, at, ruleId, passage }
          const last = made.at(-1)
          const done = await write<DecisionId | undefined>(async (tx) => {
            if (kind !== 'undo') return decide(tx, { kind, commentId: id, ...why })
            return last && (await undo(tx, { id: last.id, by: mo, at })).id
          }).catch(refusedAlone)
          if (done === undefined) continue
          if (kind === 'undo') out = made.pop()!.out
          else {
            made.push({ id: done, out })
            if (passage !== undefined) out = [...out, passage]
            if (kind === 'unredact') out = out.slice(0, -1)
          }
          await mustBeOut(id, out)
        }
      }),
      { numRuns: ROUNDS, examples: [[FOUND]] },
    )

    async function mustBeOut(id: CommentId, out: readonly string[]) {
      const comment = (await keptCommentById(store, id))!
      const left = out.reduce((words, passage) => words.replaceAll(passage, '[…]'), WORDS)
      assert.ok(comment.plain === null ? comment.state !== 'stands' : comment.plain === left, `${comment.plain}`)
      assert.equal(comment.redactedAt !== null, out.length > 0, 'it says so')
      const rows = store.look<AnyTables>()
      const wordings = rows.selectFrom('commentRevision').select('plain').where('commentId', '=', id)
      for (const { plain } of await wordings.where('hiddenAt', 'is', null).execute())
        assert.ok(!out.some((passage) => String(plain).includes(passage)), `${plain} is in its history`)
      const quotations = rows.selectFrom('quotation').select('words').where('ofCommentId', '=', id).orderBy('id')
      const quoted = (await quotations.execute()).map(({ words }) => String(words))
      assert.ok(!quoted.some((words) => out.some((passage) => words.includes(passage))), `${quoted} is quoted`)
      if (out.some((passage) => passage.includes('222'))) assert.equal(quoted[2], '…', 'nor a piece of it')
      if (out.length === 0) assert.deepEqual(quoted, QUOTED)
    }
  })

/** What is refused is no fault of what stands. */
function refusedAlone(error: unknown): undefined {
  if (!troubleIn(error)) throw error
}
