import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { type Comment, type CommentId, ROOT } from '../comments/comment.ts'
import * as comments from '../comments/comments.ts'
import { countIn, countUnder } from '../comments/counts.ts'
import { labelUnder } from '../comments/label.ts'
import { mustBeUnlocked } from '../comments/locks.ts'
import { addMentions } from '../comments/mentions.ts'
import { unplaced } from '../comments/placing.ts'
import { type Post, parentAt } from '../discussion.ts'
import { commentHeld, commentPosted } from '../events.ts'
import * as quotations from '../quotations/quotations.ts'
import { resolved } from '../quotations/quoting.ts'
import { tellQuoted } from '../quotations/tell-quotations.ts'
import { rate } from '../reactions/reactions.ts'
import type { Hold } from './decisions.ts'
import * as holds from './holds.ts'

export type Holding = Post & Pick<Hold, 'note'> & Partial<Pick<Hold, 'reason' | 'detail'>> & { heldById: Hold['byId'] }

/** Keeps a new comment out of sight: it has neither a number nor a place, nothing counts it, and nothing is told of it. */
export async function hold(
  tx: Writing,
  { articleId, under, by, draft, language, at, heldById, note, reason = null, detail = '', ...known }: Holding,
): Promise<CommentId> {
  await comments.lockDiscussion(tx, articleId)
  const parent = known.parent ?? (await parentAt(tx, under))
  if (parent && parent.articleId !== articleId) throw new Trouble('missing', 'comment.parent-missing')
  await mustBeUnlocked(tx, parent)
  const kept = { articleId, authorId: by.id, language, state: 'held', html: null, plain: null, postedAt: at } as const
  const cited = await resolved(tx, articleId, draft.blocks)
  const { id } = await comments.addUnnumbered(tx, unplaced(kept, parent))
  if (!parent) await comments.makeOwnRoot(tx, id)
  await comments.addRevision(tx, id, 1, draft, at)
  await quotations.add(tx, articleId, id, cited)
  await addMentions(tx, id, draft.mentioned)
  await holds.addHold(tx, { articleId, commentId: id, byId: heldById, note, reason, detail, at })
  tx.note(commentHeld, { about: id, articleId, at })
  return id
}

export interface LettingIn {
  id: CommentId
  byId: Comment['authorId']
  note: string
  at: number
  /** Whether an appeal had it come in. */
  onAppeal?: boolean
}

/** Lets a held comment in: it gets the next number where it belongs, is counted, and is told of as new. */
export async function letIn(tx: Writing, { id, byId, note, at, onAppeal = false }: LettingIn): Promise<void> {
  const { articleId } = await heldComment(tx, id)
  await comments.lockDiscussion(tx, articleId)
  const comment = await heldComment(tx, id)
  const [inForce, wording] = [await holds.holdInForce(tx, id), await comments.latestWording(tx, id)]
  await holds.addAdmission(tx, { articleId, holdId: inForce!.id, byId, note, at })
  await number(tx, comment)
  const { html, plain } = wording!
  await comments.show(tx, id, { state: 'stands', html, plain, appealedAt: onAppeal ? at : null })
  await rate(tx, id)
  tx.note(commentPosted, { about: id, articleId, at })
  await tellQuoted(tx, comment, await quotations.quotedIn(tx, id), 1, at)
}

async function heldComment(tx: Writing, id: CommentId): Promise<comments.KeptComment> {
  const comment = await comments.keptById(tx, id)
  if (comment?.state !== 'held') throw new Trouble('missing', 'comment.missing')
  return comment
}

async function number(tx: Writing, comment: comments.KeptComment): Promise<void> {
  const { id, articleId, parentId, postedAt: at } = comment
  const parent = parentId === ROOT ? undefined : await comments.parentWith(tx, parentId)
  const { nextRoot } = await countIn(tx, { articleId, roots: parent ? 0 : 1, visible: 1, total: 1, at })
  const ordinal = (parent ? await nextReplyUnder(tx, parent, at) : nextRoot) - 1
  await comments.giveNumber(tx, id, { ordinal, label: labelUnder(parent?.label ?? null, ordinal) })
}

async function nextReplyUnder(tx: Writing, { id, rootId }: comments.Parent, at: number | null): Promise<number> {
  const both = id === rootId ? [] : [{ id: rootId, replies: 0, below: 1, at }]
  const parent = { id, replies: 1, ...(id === rootId ? { below: 1, at } : { below: 0, at: null }) }
  const above = await countUnder(tx, [parent, ...both])
  return above.find((one) => one.id === id)!.nextReply
}
