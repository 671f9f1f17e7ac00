import type { Generated } from 'kysely'
import type { Statement, StatementId } from './statement.ts'

export interface StatementTables {
  statement: Omit<Statement, 'id'> & { id: Generated<StatementId> }
}
