import type { Generated } from 'kysely'
import type { DiscussionTables } from '../discussion/index.ts'
import type { DecidedComment, Decision, DecisionId } from './decisions/decision.ts'
import type { RuleId } from './rule.ts'

export interface ModerationTables extends Pick<DiscussionTables, 'comment' | 'commentRevision'> {
  rule: { id: Generated<RuleId>; number: number }
  ruleWords: { ruleId: RuleId; language: string; title: string; words: string }
  decision: Omit<Decision, 'id'> & { id: Generated<DecisionId> }
  decisionComment: Omit<DecidedComment, 'id'> & { id: Generated<number> }
}
