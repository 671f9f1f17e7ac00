import type { Generated } from 'kysely'
import type { Tombstone } from '../discussion/index.ts'
import type { RuleId } from './rule.ts'

export interface ModerationTables {
  rule: { id: Generated<RuleId>; number: number }
  ruleWords: { ruleId: RuleId; language: string; title: string; words: string }
  removal: {
    id: Generated<number>
    articleId: number
    commentId: number
    byId: number | null
    cause: Tombstone['cause']
    ruleId: number | null
    note: string
    at: number | null
    restoredById: number | null
    restoredAt: number | null
    restoredNote: string | null
  }
}
