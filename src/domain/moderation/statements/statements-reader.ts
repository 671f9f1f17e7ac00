import { stableJson } from '../../../kit/json.ts'
import type { JournalReader, Reading, Step } from '../../../store/index.ts'
import type { AppealTables } from '../appeals/tables.ts'
import type { Decision, DecisionId } from '../decisions/decision.ts'
import { decidedComments, decisionById } from '../decisions/decisions.ts'
import { decisionSettled } from '../decisions/events.ts'
import type { ReportTables } from '../reports/tables.ts'
import type { ModerationTables } from '../tables.ts'
import { statementGiven } from './events.ts'
import { type Ground, isTold, type Statement } from './statement.ts'
import { addStatement } from './statements.ts'
import type { StatementTables } from './tables.ts'

type Tables = ModerationTables & ReportTables & AppealTables & StatementTables

/** More people are not told of one decision in one step than this. */
const MOST_TOLD = 2_000

/**
 * Tells those concerned of what was decided: the author and who reported. @NOTE it follows the journal: who is told and why is many rows
 * for a decision about many comments, for which nobody who decides shall wait; and what is undone in time is never told.
 */
export const statementsReader: JournalReader = {
  name: 'statements',
  kinds: [decisionSettled],
  async step(db, { entries }): Promise<Step> {
    const [entry] = entries
    const decision = entry && (await decisionById(db, entry.about as DecisionId))
    const statements = decision ? await statementsOn(db, decision, entry!.at) : []
    return {
      ...(entries.length > 1 && { to: { seq: entry!.seq, state: null } }),
      async act(tx) {
        for (const statement of statements)
          tx.note(statementGiven, { about: await addStatement(tx, statement), at: statement.at })
      },
    }
  },
}

type NewStatement = Omit<Statement, 'id'>

async function statementsOn(db: Reading, decision: Decision, at: number): Promise<NewStatement[]> {
  const shared = { decisionId: decision.id, ground: stableJson(await groundOf(db, decision)), at }
  const upheld = decision.kind === 'uphold'
  const authors = isTold(decision.kind) && !upheld ? await authorsOf(db, decision) : []
  const reporters = await reportersOf(db, decision)
  return [
    ...(await appellantsOf(db, decision)).map((one) => ({ ...shared, ...one })),
    ...authors.map((one) => ({ ...shared, ...one, to: 'author' as const })),
    ...reporters.map((one) => ({ ...shared, ...one, to: 'reporter' as const, comments: 1 })),
  ]
}

/** Whose words or account it is, each once, however many comments of theirs it is about; who decided about themselves knows it. */
async function authorsOf(db: Reading, decision: Decision) {
  const { id, personId, byId, comments, articleId } = decision
  if (personId !== null) return [{ personId, commentId: null, articleId: null, comments: 0 }]
  const single = comments === 1 ? (await decidedComments(db, id, { limit: 1 }))[0] : undefined
  const decided = db.look<Tables>().selectFrom('decisionComment').where('decisionId', '=', id)
  const rows = await decided
    .groupBy('personId')
    .select((e) => ['personId' as const, e.fn.countAll<number>().as('comments')])
    .limit(MOST_TOLD)
    .execute()
  const others = rows.filter((row) => row.personId === null || row.personId !== byId)
  return others.map((row) => ({ ...row, commentId: single?.commentId ?? null, articleId }))
}

/** Readers with an account whose reports it answered; who gave notice of something illegal is answered by its own page. */
function reportersOf(db: Reading, { id, settledAt }: Decision) {
  const decided = db.look<Tables>().selectFrom('decisionComment').where('decisionComment.decisionId', '=', id)
  return decided
    .innerJoin('report', 'report.commentId', 'decisionComment.commentId')
    .select(['report.personId', 'report.commentId', 'report.articleId'])
    .where('report.answeredAt', '=', settledAt)
    .where('report.personId', 'is not', null)
    .orderBy('report.id')
    .limit(MOST_TOLD)
    .$castTo<Pick<Statement, 'personId' | 'commentId' | 'articleId'>>()
    .execute()
}

/** Who objected, where the decision is told them by nothing else: it stands, or it was about the words of another. */
async function appellantsOf(db: Reading, { id, kind, foundBy, articleId }: Decision) {
  if (foundBy !== 'appeal') return []
  const appeals = db.look<Tables>().selectFrom('appeal').innerJoin('statement', 'statement.id', 'appeal.statementId')
  const rows = await appeals
    .select(['appeal.personId', 'statement.to', 'statement.commentId', 'statement.comments'])
    .where('appeal.outcomeId', '=', id)
    .execute()
  const told = rows.filter(({ to }) => kind === 'uphold' || to === 'reporter')
  return told.map((row) => ({ ...row, articleId }))
}

async function groundOf(db: Reading, { ruleId, law }: Decision): Promise<Ground> {
  if (ruleId === null) return { rule: null, law }
  const rules = db.look<Tables>().selectFrom('rule').innerJoin('ruleWords', 'ruleWords.ruleId', 'rule.id')
  const rows = await rules
    .select(['number', 'language', 'title', 'words'])
    .where('rule.id', '=', ruleId)
    .orderBy('language')
    .execute()
  const words = rows.map(({ language, title, words }) => ({ language, title, words }))
  return { rule: rows[0] ? { number: rows[0].number, words } : null, law }
}
