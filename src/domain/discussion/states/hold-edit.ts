import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { Comment, CommentId } from '../comments/comment.ts'
import type { Draft } from '../comments/draft.ts'
import { changeWords, type Edit, mustBeChangeable, standingLocked } from '../discussion.ts'
import { commentEditDecided, commentEditHeld } from '../events.ts'
import type { DiscussionTables } from '../tables.ts'
import type { EditOutcome, HeldEdit } from './held-edit.ts'
import { heldEditOf, replaceHeldEdit } from './held-edits.ts'

export interface HoldingEdit extends Edit {
  typed: string
  reason: string
  detail: string
}

/** Keeps an author's other words for a comment until somebody has looked at them; those that waited before wait no more. */
export async function holdEdit(tx: Writing, { typed, reason, detail, ...edit }: HoldingEdit): Promise<void> {
  const { comment } = await mustBeChangeable(tx, edit)
  const { id: commentId, articleId } = comment
  await replaceHeldEdit(tx, commentId, edit.at)
  const fresh = { articleId, commentId, personId: edit.by.id, words: typed, at: edit.at }
  const row = { ...fresh, reason, detail, outcome: null, decidedById: null, decidedAt: null }
  await tx.change<DiscussionTables>().insertInto('heldEdit').values(row).execute()
  tx.note(commentEditHeld, { about: commentId, articleId, at: edit.at })
}

export interface DecidingEdit {
  id: CommentId
  /** The held words that were looked at. */
  editId: HeldEdit['id']
  byId: PersonId
  at: number
}

/** Has the held words stand in the comment's place, as its author would have had them. Throws where none wait, or it is gone. */
export async function letEditIn(tx: Writing, draft: Draft, { id, editId, byId, at }: DecidingEdit): Promise<void> {
  const { comment, held } = await waiting(tx, id, editId)
  await changeWords(tx, comment, draft, at)
  await decide(tx, held, { outcome: 'let-in', byId, at })
}

/** Leaves the comment as it stands. */
export async function refuseEdit(tx: Writing, { id, editId, byId, at }: DecidingEdit): Promise<void> {
  const { held } = await waiting(tx, id, editId)
  await decide(tx, held, { outcome: 'refused', byId, at })
}

async function waiting(
  tx: Writing,
  id: CommentId,
  editId: HeldEdit['id'],
): Promise<{ comment: Comment; held: HeldEdit }> {
  const comment = await standingLocked(tx, id)
  const held = await heldEditOf(tx, id)
  if (held?.id !== editId) throw new Trouble('conflict', 'held-edit.missing')
  return { comment, held }
}

interface Decided {
  outcome: EditOutcome
  byId: PersonId
  at: number
}

async function decide(tx: Writing, { id, commentId, articleId, words }: HeldEdit, { outcome, byId, at }: Decided) {
  const kept = outcome === 'refused' ? words : ''
  const row = tx.change<DiscussionTables>().updateTable('heldEdit').where('id', '=', id)
  await row.set({ outcome, words: kept, decidedById: byId, decidedAt: at }).execute()
  tx.note(commentEditDecided, { about: commentId, articleId, at })
}
