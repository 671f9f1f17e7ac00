import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { wordsFrom } from '../../../text/words.ts'
import type { KeptComment } from '../../discussion/index.ts'
import { type Member, mustMay, WHOLE } from '../../people/index.ts'
import { decide } from '../decisions/decide.ts'
import { decideAboutPerson, upholdAboutPerson } from '../decisions/decide-person.ts'
import type { Decision, DecisionId, DecisionKind } from '../decisions/decision.ts'
import { decisionById } from '../decisions/decisions.ts'
import { decideAboutMany, MOST_AT_ONCE } from '../decisions/many.ts'
import { mustReachAll, sanctionPeople } from '../policy.ts'
import type { RuleId } from '../rule.ts'
import { statementById } from '../statements/statements.ts'
import type { ModerationTables } from '../tables.ts'
import { type Appeal, type AppealId, LONGEST_ANSWER } from './appeal.ts'
import { appealById, endAppeal } from './appeals.ts'
import { appealEnded } from './events.ts'
import { decideAppeals } from './policy.ts'

export interface DecidingAppeal {
  id: AppealId
  by: Member
  outcome: 'grant' | 'dismiss'
  /** What whoever objected is told. */
  words: string
  /** Of a comment that had been kept: by which rule it is removed after all. */
  ruleId: RuleId | undefined
  at: number
  /** Whether who decided may decide again, because nobody else is there. */
  maySame: boolean
}

/** Looks at a decision again: takes it back or lets it stand, which is a decision of its own. Throws Trouble for who made it, unless that is allowed. */
export async function decideAppeal(tx: Writing, deciding: DecidingAppeal): Promise<DecisionId> {
  const { id, by, outcome, at, maySame } = deciding
  const open = await openAppeal(tx, id)
  const decision = (await decisionById(tx, open.decisionId))!
  const theirs = await commentsOf(tx, open)
  await mustMayDecide(tx, by, decision, theirs)
  const bySame = [decision.byId, decision.assentedById].includes(by.id) ? 1 : 0
  if (bySame && !maySame) throw new Trouble('forbidden', 'appeal.own-decision')
  const note = wordsFrom(deciding.words, LONGEST_ANSWER)
  const granted = outcome === 'grant' ? await grant(tx, decision, theirs, deciding, note) : undefined
  const outcomeId = granted ?? (await uphold(tx, decision, theirs, deciding, note))
  const state = outcome === 'grant' ? 'granted' : 'dismissed'
  if (!(await endAppeal(tx, id, { state, decidedAt: at, outcomeId, bySame })))
    throw new Trouble('conflict', 'appeal.decided')
  tx.note(appealEnded, { about: id, at })
  return outcomeId
}

/** Throws Trouble where somebody may not decide about an appeal from a decision about a person, or about these comments. */
export async function mustMayDecide(
  db: Reading,
  by: Member,
  { personId }: Pick<Decision, 'personId'>,
  comments: readonly KeptComment[],
): Promise<void> {
  if (personId !== null) mustMay(sanctionPeople, by, WHOLE)
  await mustReachAll(db, decideAppeals, by, comments)
}

async function openAppeal(db: Reading, id: AppealId): Promise<Appeal> {
  const found = await appealById(db, id)
  if (!found) throw new Trouble('missing', 'appeal.missing')
  if (found.state !== 'open') throw new Trouble('conflict', 'appeal.decided')
  return found
}

/** What it is about, of that which the decision was about: comments of whoever objects, or the one that they had reported. */
export async function commentsOf(
  db: Reading,
  { decisionId, statementId }: Appeal,
  limit = MOST_AT_ONCE,
): Promise<KeptComment[]> {
  const statement = await statementById(db, statementId)
  const decided = db.look<ModerationTables>().selectFrom('decisionComment')
  const comments = decided
    .innerJoin('comment', 'comment.id', 'decisionComment.commentId')
    .selectAll('comment')
    .where('decisionComment.decisionId', '=', decisionId)
    .orderBy('decisionComment.id')
    .limit(limit)
  if (statement?.to === 'reporter') return comments.where('comment.id', '=', statement.commentId).execute()
  const authorId = statement?.personId ?? null
  return comments.where('decisionComment.personId', authorId === null ? 'is' : '=', authorId).execute()
}

/** Words that were taken away come back in their place; what was let stand goes by a rule. What stands so already stays so. */
async function grant(
  tx: Writing,
  decision: Decision,
  comments: readonly KeptComment[],
  { by, ruleId, at }: DecidingAppeal,
  note: string,
): Promise<DecisionId | undefined> {
  if (decision.personId !== null) {
    const { id: takesBackId, personId } = decision
    return decideAboutPerson(tx, { kind: 'unban', personId, takesBackId, by, at, note, foundBy: 'appeal' })
  }
  const wasKept = decision.kind === 'keep' || decision.kind === 'let-in'
  if (wasKept && !ruleId) throw new Trouble('invalid', 'rule.missing')
  const concerned = comments.filter(({ state, redactedAt }) =>
    decision.kind === 'redact' ? state === 'stands' && redactedAt !== null : wasKept !== (state === 'removed'),
  )
  const kind = wasKept ? 'remove' : (TAKEN_BACK_BY[decision.kind] ?? 'restore')
  const shared = { kind, by, at, note, foundBy: 'appeal', ...(wasKept && { ruleId }) } as const
  const [first] = concerned
  if (!first) return undefined
  const takesBack = kind === 'unredact' ? { takesBack: decision } : {}
  if (concerned.length === 1) return decide(tx, { ...shared, ...takesBack, commentId: first.id })
  const selection = { comments: concerned.map(({ id }) => id) }
  return decideAboutMany(tx, { ...shared, selection, takesBackId: decision.id })
}

const TAKEN_BACK_BY: Readonly<Partial<Record<DecisionKind, 'let-in' | 'unredact'>>> = {
  hold: 'let-in',
  redact: 'unredact',
}

async function uphold(
  tx: Writing,
  { personId }: Decision,
  [comment]: readonly KeptComment[],
  { by, at }: DecidingAppeal,
  note: string,
): Promise<DecisionId> {
  if (personId !== null) return upholdAboutPerson(tx, { personId, by, at, note })
  if (!comment) throw new Trouble('missing', 'comment.missing')
  return decide(tx, { kind: 'uphold', commentId: comment.id, by, at, note, foundBy: 'appeal' })
}
