import { sql } from 'kysely'
import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
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

/** So many people are told of a decision in one step. */
const TOLD_AT_ONCE = 2_000

/** Who has yet to be told of a decision: authors after one, and who reported after a report; null where all have been. */
const untold = z.object({
  decisionId: idOf<'decision'>(),
  at: z.int(),
  author: z.int().nullable(),
  report: z.int().nullable(),
})
type Untold = z.infer<typeof untold>

/**
 * Tells those concerned of what was decided: the author and who reported. @NOTE it follows the journal: who is told and why is many rows
 * for a decision about many comments, for which nobody who decides shall wait; and what is undone in time is never told.
 */
export const statementsReader: JournalReader<Untold> = {
  name: 'statements',
  kinds: [decisionSettled],
  state: untold,
  async step(db, { entries, seq, state }): Promise<Step<Untold>> {
    const [entry] = entries
    const from = state ?? { decisionId: entry!.about as DecisionId, at: entry!.at, author: NOBODY, report: 0 }
    const decision = await decisionById(db, from.decisionId)
    const { statements, left } = decision ? await statementsOn(db, decision, from) : { statements: [], left: null }
    const isAll = !state && !left && entries.length === 1
    return {
      ...(!isAll && { to: { seq: state ? seq : entry!.seq, state: left } }),
      async act(tx) {
        for (const statement of statements)
          tx.note(statementGiven, { about: await addStatement(tx, statement), at: statement.at })
      },
    }
  },
}

/** Before the first of all authors, of whom one without an account counts as 0. */
const NOBODY = -1

type NewStatement = Omit<Statement, 'id'>

async function statementsOn(
  db: Reading,
  decision: Decision,
  from: Untold,
): Promise<{ statements: NewStatement[]; left: Untold | null }> {
  const shared = { decisionId: decision.id, ground: stableJson(await groundOf(db, decision)), at: from.at }
  const isTellable = isTold(decision.kind) && decision.kind !== 'uphold'
  const authors = isTellable && from.author !== null ? await authorsOf(db, decision, from.author) : []
  const author = authors.length === TOLD_AT_ONCE ? (authors.at(-1)!.personId ?? 0) : null
  const reporters = author === null ? await reportersOf(db, decision, from.report ?? 0) : []
  const report = reporters.length === TOLD_AT_ONCE ? reporters.at(-1)!.id : null
  const others = authors.filter((row) => row.personId === null || row.personId !== decision.byId)
  return {
    statements: [
      ...(from.author === NOBODY ? await appellantsOf(db, decision) : []).map((one) => ({ ...shared, ...one })),
      ...others.map((one) => ({ ...shared, ...one, to: 'author' as const })),
      ...reporters.map(({ id: _, ...one }) => ({ ...shared, ...one, to: 'reporter' as const, comments: 1 })),
    ],
    left: author === null && report === null ? null : { ...from, author, report: report ?? from.report },
  }
}

/** Whose words or account it is, each once, however many comments of theirs it is about. */
async function authorsOf(db: Reading, { id, personId, comments, articleId }: Decision, after: number) {
  if (personId !== null) return [{ personId, commentId: null, articleId: null, comments: 0 }]
  const single = comments === 1 ? (await decidedComments(db, id, { limit: 1 }))[0] : undefined
  const decided = db.look<Tables>().selectFrom('decisionComment').where('decisionId', '=', id)
  const rows = await decided
    .groupBy('personId')
    .select((e) => ['personId' as const, e.fn.countAll<number>().as('comments')])
    .where(sql`coalesce("personId", 0)`, '>', after)
    .orderBy(sql`coalesce("personId", 0)`)
    .limit(TOLD_AT_ONCE)
    .execute()
  return rows.map((row) => ({ ...row, commentId: single?.commentId ?? null, articleId }))
}

/** Readers with an account whose reports it answered; who gave notice of something illegal is answered by its own page. */
function reportersOf(db: Reading, { id, settledAt }: Decision, after: number) {
  const decided = db.look<Tables>().selectFrom('decisionComment').where('decisionComment.decisionId', '=', id)
  return decided
    .innerJoin('report', 'report.commentId', 'decisionComment.commentId')
    .select(['report.id', 'report.personId', 'report.commentId', 'report.articleId'])
    .where('report.answeredAt', '=', settledAt)
    .where('report.personId', 'is not', null)
    .where('report.id', '>', after as never)
    .orderBy('report.id')
    .limit(TOLD_AT_ONCE)
    .$castTo<Pick<Statement, 'personId' | 'commentId' | 'articleId'> & { id: number }>()
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
