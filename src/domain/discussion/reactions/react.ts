import type { Writing } from '../../../store/index.ts'
import { mustMay, type Person } from '../../people/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { standingLocked } from '../discussion.ts'
import { commentReacted } from '../events.ts'
import { reactToOthers } from '../policy.ts'
import type { ReactionKind } from './reaction.ts'
import * as reactions from './reactions.ts'

export interface Reacts {
  id: CommentId
  by: Person
  kind: ReactionKind
  /** Whether the reaction shall stand from now on; saying so twice changes nothing. */
  on: boolean
  at: number
}

/** Sets or takes back one person's reaction to the words of another. */
export async function react(tx: Writing, { id, by, kind, on, at }: Reacts): Promise<void> {
  const comment = await standingLocked(tx, id)
  mustMay(reactToOthers, by, comment)
  const reacting = { comment, personId: by.id, kind }
  const isNews = on ? await reactions.add(tx, reacting, at) : await reactions.remove(tx, reacting)
  if (!isNews) return
  await reactions.count(tx, id, kind, on ? 1 : -1)
  await reactions.rate(tx, id)
  tx.note(commentReacted, { about: id, articleId: comment.articleId, at })
}
