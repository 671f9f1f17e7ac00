import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * That a comment stands, as a condition on a row of `comment` under this name. @NOTE it says what the comment is not: without
 * statistics a planner takes "is" for rare and "is not" for common, and then begins at the right end.
 */
export function stands(comment: string): RawBuilder<SqlBool> {
  const state = sql.ref(`${comment}.state`)
  return sql<SqlBool>`(${state} <> 'removed' and ${state} <> 'held')`
}
