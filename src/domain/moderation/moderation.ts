import { Trouble } from '../../kit/trouble.ts'
import type { Writing } from '../../store/index.ts'
import { type CommentId, remove, standing, takeBackOwn } from '../discussion/index.ts'
import { type Member, mustMay } from '../people/index.ts'
import { forgetSaid } from './admission/pace/recent-posts.ts'
import { fingerprint } from './admission/pace/repeated-text.ts'
import { decide } from './decisions/decide.ts'

export interface Removing {
  id: CommentId
  by: Member
  at: number
}

/** An author takes back their own comment, at any time, and may say the same elsewhere. */
export async function removeOwn(tx: Writing, { id, by, at }: Removing): Promise<void> {
  const comment = await standing(tx, id)
  mustMay(takeBackOwn, by, comment)
  if (!(await remove(tx, comment, { byId: by.id, cause: 'author', ruleId: null, at }, at)))
    throw new Trouble('gone', 'comment.removed')
  const words = fingerprint({ plain: comment.plain ?? '', html: comment.html ?? '' })
  if (words) await forgetSaid(tx, { personId: by.id, words })
}

/** A moderator takes a removal back. What an author took back stays with the author. */
export async function restoreRemoved(
  tx: Writing,
  { id, note, ...restoring }: Removing & { note: string },
): Promise<void> {
  await decide(tx, { kind: 'restore', commentId: id, staffNote: note, ...restoring })
}
