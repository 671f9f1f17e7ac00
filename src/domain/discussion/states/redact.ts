import { isInkless } from '../../../kit/characters.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { commentForms, readComment } from '../../../text/comment-forms.ts'
import { readLine } from '../../../text/quotation-markers.ts'
import { keepable } from '../../../text/words.ts'
import type { Comment, CommentId, Wording } from '../comments/comment.ts'
import * as comments from '../comments/comments.ts'
import { peopleNamed, saveMentions } from '../comments/mentions.ts'
import { standingLocked } from '../discussion.ts'
import { commentEditDecided, commentEdited } from '../events.ts'
import { redactQuotations } from '../quotations/redacted-quotations.ts'
import { recheckQuoters } from '../quotations/tell-quotations.ts'
import type { DiscussionTables } from '../tables.ts'
import { heldEditOf, replaceHeldEdit } from './held-edits.ts'
import type { Redaction } from './redaction.ts'
import { addRedaction, forgetRedaction, lastPutBack, redactionsInForce, turnRedaction } from './redactions.ts'

/** Stands where a passage was. */
export const TAKEN_OUT = '[…]'

type Redacted = Pick<Comment, 'id'>

/** Takes a passage out of a comment, wherever it stands in it and in what is quoted of it; wordings that had it are hidden. Throws Trouble where it does not stand there so. */
export async function redact(tx: Writing, { id }: Redacted, typed: string, at: number): Promise<void> {
  const comment = await standingLocked(tx, id)
  const passage = keepable(typed).trim()
  const last = (await comments.latestWording(tx, id))!
  const words = without(last.words, passage)
  await hideThoseWith(tx, id, passage, at)
  const plain = await replaceWords(tx, comment, { words, number: last.number + 1, at })
  await addRedaction(tx, { commentId: id, passage, former: last.number, hiddenAt: at })
  await replaceHeldWords(tx, comment, passage, at)
  await goAlong(tx, comment, plain, at)
}

/** Puts back what was taken out last, or at a time; where its author has changed the words since, theirs stand. What never was, nothing keeps. */
export async function unredact(
  tx: Writing,
  { id, takenAt, neverWas = false }: Redacted & { takenAt?: number | undefined; neverWas?: boolean },
  at: number,
): Promise<void> {
  const comment = await standingLocked(tx, id)
  const inForce = await redactionsInForce(tx, id)
  const one = inForce.findLast(({ hiddenAt }) => takenAt === undefined || hiddenAt === takenAt)
  if (!one) throw new Trouble('conflict', 'redaction.none')
  await (neverWas ? forgetRedaction(tx, one.id) : turnRedaction(tx, one.id, { endedAt: at }))
  const [others, later] = [inForce.filter((other) => other !== one), inForce.slice(inForce.indexOf(one) + 1)]
  const all = await wordings(tx, id)
  const last = all.at(-1)!
  const former = all.find(({ number }) => number === one.former)
  const isAsLeft = former !== undefined && withoutAll(former.words, [one, ...later]) === last.words
  const has = (words: string) => others.some(({ passage }) => words.includes(passage))
  const seen = all.filter(
    ({ number, hiddenAt, words }) =>
      hiddenAt !== null && words.includes(one.passage) && !has(words) && !(isAsLeft && number === one.former),
  )
  await hide(tx, id, seen, null)
  if (!isAsLeft) return goAlong(tx, comment, last.plain, at)
  await hide(tx, id, [last], at)
  const words = withoutAll(former.words, later)
  await goAlong(tx, comment, await replaceWords(tx, comment, { words, number: last.number + 1, at }), at)
}

/** Takes out again what had just been put back. */
export async function redactAgain(tx: Writing, { id }: Redacted, at: number): Promise<void> {
  const comment = await standingLocked(tx, id)
  const one = await lastPutBack(tx, id)
  if (!one) throw new Trouble('conflict', 'decision.superseded')
  const last = (await comments.latestWording(tx, id))!
  await hideThoseWith(tx, id, one.passage, at)
  if (!last.words.includes(one.passage)) {
    await turnRedaction(tx, one.id, { endedAt: null })
    return goAlong(tx, comment, last.plain, at)
  }
  await turnRedaction(tx, one.id, { endedAt: null, former: last.number })
  const words = without(last.words, one.passage)
  await goAlong(tx, comment, await replaceWords(tx, comment, { words, number: last.number + 1, at }), at)
}

/** The comment says whether a passage is out, and what is quoted of it is without those that are. */
async function goAlong(tx: Writing, comment: Comment, plain: string, at: number): Promise<void> {
  const { id } = comment
  const inForce = await redactionsInForce(tx, id)
  await comments.show(tx, id, { redactedAt: inForce.at(-1)?.hiddenAt ?? null })
  const passages = inForce.map(({ passage }) => passage)
  const had = (await wordings(tx, id)).filter(
    ({ hiddenAt, words }) => hiddenAt !== null && passages.some((passage) => words.includes(passage)),
  )
  await redactQuotations(tx, id, {
    passages: passages.map((passage) => commentForms(passage).plain.trim()),
    mark: TAKEN_OUT,
    before: had.map((one) => one.plain),
    after: plain,
  })
  await recheckQuoters(tx, comment, { commentId: id }, plain, at)
}

async function hideThoseWith(tx: Writing, id: CommentId, passage: string, at: number): Promise<void> {
  const all = await wordings(tx, id)
  const seen = all.filter(({ hiddenAt, words }) => hiddenAt === null && words.includes(passage))
  await hide(tx, id, seen, at)
}

function withoutAll(words: string, taken: readonly Pick<Redaction, 'passage'>[]): string {
  return taken.reduce((left, { passage }) => left.replaceAll(passage, TAKEN_OUT), words)
}

/** @NOTE the place of a quotation is a line of its own, which nothing can be taken out of. */
function without(words: string, passage: string): string {
  const left = words.replaceAll(passage, TAKEN_OUT)
  if (isInkless(passage) || left === words || slotsIn(left) !== slotsIn(words))
    throw new Trouble('invalid', 'redaction.not-found', {}, { fields: { passage: 'redaction.not-found' } })
  return left
}

function slotsIn(words: string): string {
  const slots = words.split('\n').map(readLine)
  return slots.filter((line) => typeof line === 'number').join()
}

interface Kept extends Wording {
  number: number
  at: number | null
  hiddenAt: number | null
}

function wordings(db: Reading, id: CommentId): Promise<Kept[]> {
  const columns = ['words', 'html', 'plain', 'number', 'at', 'hiddenAt'] as const
  const revisions = db.look<DiscussionTables>().selectFrom('commentRevision').select(columns)
  return revisions.where('commentId', '=', id).orderBy('number').execute()
}

async function hide(tx: Writing, id: CommentId, those: readonly Kept[], hiddenAt: number | null): Promise<void> {
  if (those.length === 0) return
  const revisions = tx.change<DiscussionTables>().updateTable('commentRevision').set({ hiddenAt })
  const numbers = those.map(({ number }) => number)
  await revisions.where('commentId', '=', id).where('number', 'in', numbers).execute()
}

/** Has other words stand in place of the last; answers with their plain form. */
async function replaceWords(
  tx: Writing,
  { id, articleId }: Comment,
  { words, number, at }: { words: string; number: number; at: number },
): Promise<string> {
  const read = readComment(words)
  const mentioned = await peopleNamed(tx, read.names)
  const { html, plain } = read.forms(mentioned)
  await comments.addRevision(tx, id, number, { words, html, plain }, at)
  await comments.show(tx, id, { html, plain })
  await saveMentions(tx, id, read.people(mentioned))
  tx.note(commentEdited, { about: id, articleId, at })
  return plain
}

/** Words that wait to take the comment's place wait no more where the passage is in them, too. */
async function replaceHeldWords(tx: Writing, { id, articleId }: Comment, passage: string, at: number): Promise<void> {
  const held = await heldEditOf(tx, id)
  if (!held?.words.includes(passage)) return
  await replaceHeldEdit(tx, id, at)
  tx.note(commentEditDecided, { about: id, articleId, at })
}
