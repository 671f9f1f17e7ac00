import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import type { Comment } from '../comments/comment.ts'
import * as comments from '../comments/comments.ts'
import { countLocks } from '../comments/locks.ts'
import { commentLocked } from '../events.ts'

type Branch = Pick<Comment, 'id' | 'articleId'>

/** Locks a branch: nobody answers its root any more, nor what stands below. Throws Trouble where it is locked, or was never seen. */
export async function lock(tx: Writing, branch: Branch, at: number): Promise<void> {
  await turn(tx, branch, 1, at)
}

/** Opens a locked branch again. Throws Trouble where it is not locked. */
export async function unlock(tx: Writing, branch: Branch, at: number): Promise<void> {
  await turn(tx, branch, 0, at)
}

async function turn(tx: Writing, { id, articleId }: Branch, locked: 0 | 1, at: number): Promise<void> {
  await comments.lockDiscussion(tx, articleId)
  const comment = await comments.byId(tx, id)
  if (!comment) throw new Trouble('missing', 'comment.missing')
  if (comment.locked === locked) throw new Trouble('conflict', locked ? 'branch.locked' : 'branch.open')
  await comments.show(tx, id, { locked })
  await countLocks(tx, articleId, locked ? 1 : -1)
  tx.note(commentLocked, { about: id, articleId, at })
}
