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
import { redactQuotations, turnQuotations } from '../quotations/redacted-quotations.ts'
import { recheckQuoters } from '../quotations/tell-quotations.ts'
import type { DiscussionTables } from '../tables.ts'
import { heldEditOf, replaceHeldEdit } from './held-edits.ts'

/** Stands where a passage was. */
export const TAKEN_OUT = '[…]'

type Redacted = Pick<Comment, 'id'>

/** Takes a passage out of a comment, wherever it stands in it and in what is quoted of it; wordings that had it are hidden. Throws Trouble where it does not stand there so. */
export async function redact(tx: Writing, { id }: Redacted, typed: string, at: number): Promise<void> {
  const comment = await standingLocked(tx, id)
  const passage = keepable(typed).trim()
  const last = (await comments.latestWording(tx, id))!
  const words = without(last.words, passage)
  const hidden = (await wordings(tx, id)).filter((one) => one.hiddenAt === null && one.words.includes(passage))
  await hide(tx, id, hidden, at)
  const plain = await replaceWords(tx, comment, { words, number: last.number + 1, at })
  await comments.show(tx, id, { redactedAt: at })
  await replaceHeldWords(tx, comment, passage, at)
  const before = hidden.map((one) => one.plain)
  await redactQuotations(tx, id, { passage: commentForms(passage).plain.trim(), mark: TAKEN_OUT, before, after: plain })
  await recheckQuoters(tx, comment, { commentId: id }, plain, at)
}

/** Puts back what was taken out last; where its author has changed the words since, theirs stand. */
export async function unredact(tx: Writing, { id }: Redacted, at: number): Promise<void> {
  const comment = await standingLocked(tx, id)
  const { redactedAt } = comment
  if (redactedAt === null) throw new Trouble('conflict', 'redaction.none')
  const all = await wordings(tx, id)
  const last = all.at(-1)!
  const former = all.find(({ number, hiddenAt }) => number === last.number - 1 && hiddenAt === redactedAt)
  const again = all.filter((one) => one.hiddenAt === redactedAt && one !== former)
  await hide(tx, id, again, null)
  const earlier = all.flatMap(({ hiddenAt }) => (hiddenAt !== null && hiddenAt < redactedAt ? hiddenAt : []))
  await comments.show(tx, id, { redactedAt: earlier.length > 0 ? Math.max(...earlier) : null })
  if (last.at !== redactedAt || !former) return
  await hide(tx, id, [last], at)
  const plain = await replaceWords(tx, comment, { words: former.words, number: last.number + 1, at })
  await turnQuotations(tx, id)
  await recheckQuoters(tx, comment, { commentId: id }, plain, at)
}

/** Takes out again what had just been put back. */
export async function redactAgain(tx: Writing, { id }: Redacted, at: number): Promise<void> {
  const comment = await standingLocked(tx, id)
  const all = await wordings(tx, id)
  const last = all.at(-1)!
  const redacted = all.find(({ number }) => number === last.number - 1)
  if (!redacted?.hiddenAt || redacted.hiddenAt !== last.at) throw new Trouble('conflict', 'decision.superseded')
  const seen = all.filter(({ hiddenAt }) => hiddenAt === null)
  await hide(tx, id, seen, at)
  const plain = await replaceWords(tx, comment, { words: redacted.words, number: last.number + 1, at })
  await comments.show(tx, id, { redactedAt: at })
  await turnQuotations(tx, id)
  await recheckQuoters(tx, comment, { commentId: id }, plain, at)
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
