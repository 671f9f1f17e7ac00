import type { Reading, Writing } from '../../../store/index.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import { decisionsById } from '../decisions/decisions.ts'
import type { Statement, StatementId } from './statement.ts'
import type { StatementTables } from './tables.ts'

export function statementById(db: Reading, id: StatementId): Promise<Statement | undefined> {
  return db.look<StatementTables>().selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What somebody was told of decisions, the latest first. */
export function statementsTo(db: Reading, personId: PersonId, limit: number): Promise<Statement[]> {
  const statements = db.look<StatementTables>().selectFrom('statement').selectAll()
  return statements.where('personId', '=', personId).orderBy('id', 'desc').limit(limit).execute()
}

/** The same, each with the decision that it tells of. */
export async function statementsWithDecisions(db: Reading, personId: PersonId, limit: number) {
  const statements = await statementsTo(db, personId, limit)
  const decisions = new Map(
    (
      await decisionsById(
        db,
        statements.map((one) => one.decisionId),
      )
    ).map((one) => [one.id, one]),
  )
  return statements.flatMap((statement) => {
    const decision = decisions.get(statement.decisionId)
    return decision ? [{ statement, decision }] : []
  })
}

/** What the author of a comment was told of it last. */
export function statementAbout(db: Reading, personId: PersonId, commentId: CommentId): Promise<Statement | undefined> {
  const statements = db.look<StatementTables>().selectFrom('statement').selectAll().where('commentId', '=', commentId)
  return statements.where('personId', '=', personId).orderBy('id', 'desc').limit(1).executeTakeFirst()
}

/** What somebody was told of one decision. */
export function statementOfDecision(
  db: Reading,
  personId: PersonId,
  decisionId: DecisionId,
): Promise<Statement | undefined> {
  const statements = db.look<StatementTables>().selectFrom('statement').selectAll().where('personId', '=', personId)
  return statements.where('decisionId', '=', decisionId).limit(1).executeTakeFirst()
}

/** What was told to those concerned, the oldest first, after one. */
export function statementsAfter(
  db: Reading,
  after: StatementId | 0,
  { from, to }: { from: number; to: number },
  limit: number,
): Promise<Statement[]> {
  const statements = db.look<StatementTables>().selectFrom('statement').selectAll().where('to', '=', 'author')
  const asked = statements.where('at', '>=', from).where('at', '<', to)
  return asked
    .where('id', '>', after as StatementId)
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function addStatement(tx: Writing, statement: Omit<Statement, 'id'>): Promise<StatementId> {
  const insert = tx.change<StatementTables>().insertInto('statement').values(statement)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}
