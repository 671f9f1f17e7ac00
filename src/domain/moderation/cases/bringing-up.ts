import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { type CommentId, keptCommentById } from '../../discussion/index.ts'
import { type Member, mustMay } from '../../people/index.ts'
import { handleCases, placeOfComment } from '../policy.ts'
import type { CaseId } from './case.ts'
import { openCaseOf } from './cases.ts'
import { gather } from './gathering.ts'

/** A moderator brings up a comment of which nobody else has said anything; where something waits about it already, that is the case. */
export async function bringUp(tx: Writing, { id, by, at }: { id: CommentId; by: Member; at: number }): Promise<CaseId> {
  const comment = await keptCommentById(tx, id)
  if (!comment) throw new Trouble('missing', 'comment.missing')
  mustMay(handleCases, by, await placeOfComment(tx, comment))
  const open = await openCaseOf(tx, id)
  return open?.id ?? gather(tx, comment, { reason: 'asked', at })
}
