import type { Generated } from 'kysely'
import type { RuleId } from './rule.ts'

export interface ModerationTables {
  rule: { id: Generated<RuleId>; number: number }
  ruleWords: { ruleId: RuleId; language: string; title: string; words: string }
}
