import type { CommentId } from '../../src/domain/discussion/index.ts'
import { decide, type RuleId } from '../../src/domain/moderation/index.ts'
import type { Member } from '../../src/domain/people/index.ts'
import type { Writing } from '../../src/store/index.ts'

interface RemovingByRule {
  id: CommentId
  by: Member
  ruleId: RuleId | undefined
  note: string
  at: number
}

/** A moderator removes a comment by one of the publication's rules. */
export async function removeByRule(tx: Writing, { id, note, ...removing }: RemovingByRule): Promise<void> {
  await decide(tx, { kind: 'remove', commentId: id, staffNote: note, ...removing })
}
