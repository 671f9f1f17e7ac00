import type { Generated } from 'kysely'
import type { Appeal, AppealId } from './appeal.ts'

export interface AppealTables {
  appeal: Omit<Appeal, 'id'> & { id: Generated<AppealId> }
}
