import { isAboutDiscussion, type Proposal } from '../../../domain/moderation/index.ts'
import type { Say } from '../../../kit/sentences.ts'

/** What a proposal would do, in words: a whole discussion is locked otherwise than a branch of it. */
export function proposedKind(proposal: Pick<Proposal, 'kind' | 'commentId' | 'articleId'>, say: Say): string {
  const { kind } = proposal
  return say(kind === 'lock' && isAboutDiscussion(proposal) ? 'decide.lock-discussion' : `decide.${kind}`)
}
