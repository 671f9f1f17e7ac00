import type { Generated } from 'kysely'
import type { ArticleTables } from '../articles/index.ts'
import type { DiscussionTables } from '../discussion/index.ts'
import type { CannedReason, CannedReasonId } from './canned/canned-reason.ts'
import type { Case, CaseId, CaseNote, CaseReason } from './cases/case.ts'
import type { ClassifierId } from './classifier/classifier.ts'
import type { DecidedComment, Decision, DecisionId } from './decisions/decision.ts'
import type { ReportTables } from './reports/tables.ts'
import type { RuleId } from './rule.ts'
import type { Sanction } from './sanctions/sanction.ts'

export interface ModerationTables
  extends Pick<DiscussionTables, 'comment' | 'commentRevision' | 'removal'>,
    Pick<ReportTables, 'report'>,
    Pick<ArticleTables, 'edition' | 'publicationWords' | 'section'> {
  rule: { id: Generated<RuleId>; number: number }
  ruleWords: { ruleId: RuleId; language: string; title: string; words: string }
  decision: Omit<Decision, 'id'> & { id: Generated<DecisionId> }
  moderationCase: Omit<Case, 'id'> & {
    id: Generated<CaseId>
    /** The classifier that its score is of; 0 where none has looked. */
    scoredById: Generated<ClassifierId | 0>
    /** When it was said that it waits too long. */
    toldAt: Generated<number | null>
  }
  cannedReason: Omit<CannedReason, 'id'> & { id: Generated<CannedReasonId> }
  sanction: Omit<Sanction, 'id'> & { id: Generated<Sanction['id']> }
  caseReason: { caseId: CaseId; reason: CaseReason }
  caseNote: Omit<CaseNote, 'id'> & { id: Generated<number> }
  decisionComment: Omit<DecidedComment, 'id'> & { id: Generated<number> }
}
