import type { Reading, Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CaseId } from '../cases/case.ts'
import type { DecisionId, DecisionKind } from '../decisions/decision.ts'
import type { Proposal, ProposalId, ProposalOutcome } from './proposal.ts'
import type { ProposalTables } from './tables.ts'

export function proposalById(db: Reading, id: ProposalId): Promise<Proposal | undefined> {
  return db.look<ProposalTables>().selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those that wait, the oldest first. */
export function latestProposed(db: Reading, limit: number): Promise<Proposal[]> {
  return waiting(db).orderBy('id').limit(limit).execute()
}

/** What waits about these comments, each at most once. */
export async function proposedAbout(db: Reading, ids: readonly CommentId[]): Promise<Map<number, Proposal>> {
  if (ids.length === 0) return new Map()
  const rows = await waiting(db)
    .where('commentId', 'in', [...ids])
    .execute()
  return new Map(rows.map((one) => [one.commentId!, one]))
}

/** What waits about a person themselves. */
export function proposedOn(db: Reading, personId: PersonId): Promise<Proposal | undefined> {
  const about = waiting(db).where('personId', '=', personId).where('commentId', 'is', null)
  return about.where('comments', '=', 0).executeTakeFirst()
}

/** What waits about the discussion of an article itself, the oldest first. */
export function proposedIn(db: Reading, articleId: ArticleId): Promise<Proposal[]> {
  return waiting(db).where('articleId', '=', articleId).where('commentId', 'is', null).orderBy('id').execute()
}

/** The number of the last that was made in a case, about a person, or under an article, and has ended; 0 where there is none. */
export async function lastEnded(
  db: Reading,
  about: { caseId: CaseId } | { personId: PersonId } | { articleId: ArticleId },
): Promise<ProposalId | 0> {
  const ended = db.look<ProposalTables>().selectFrom('proposal').select('id').where('endedAt', 'is not', null)
  const theirs = ended.where((e) => e.and(about))
  return (await theirs.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
}

export async function addProposal(
  tx: Writing,
  proposal: Omit<Proposal, 'id' | 'endedAt' | 'endedById' | 'outcome' | 'decisionId'>,
): Promise<ProposalId> {
  const insert = tx.change<ProposalTables>().insertInto('proposal').values(proposal)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

export interface Ending {
  outcome: ProposalOutcome
  byId: PersonId | null
  at: number
}

/** Ends one that waits; nothing where it waits no more. */
export function endProposal(
  tx: Writing,
  id: ProposalId,
  { outcome, byId: endedById, at: endedAt }: Ending,
): Promise<Proposal | undefined> {
  const open = tx.change<ProposalTables>().updateTable('proposal').where('id', '=', id).where('endedAt', 'is', null)
  return open.set({ outcome, endedById, endedAt }).returningAll().executeTakeFirst()
}

/** Says which decision came of it. */
export async function becomes(tx: Writing, id: ProposalId, decisionId: DecisionId): Promise<void> {
  await tx.change<ProposalTables>().updateTable('proposal').set({ decisionId }).where('id', '=', id).execute()
}

/** With a decision about a comment ends what was proposed about it. */
export async function overtake(
  tx: Writing,
  commentId: CommentId,
  { decisionId, byId: endedById, at: endedAt }: Omit<Ending, 'outcome'> & { decisionId: DecisionId },
): Promise<void> {
  const open = tx.change<ProposalTables>().updateTable('proposal').where('commentId', '=', commentId)
  const ended = { outcome: 'overtaken' as const, endedById, endedAt, decisionId }
  await open.where('endedAt', 'is', null).set(ended).execute()
}

/** With a decision of some kinds about a discussion ends what was proposed of them. */
export async function overtakeIn(
  tx: Writing,
  { articleId, kinds }: { articleId: ArticleId; kinds: readonly DecisionKind[] },
  { decisionId, byId: endedById, at: endedAt }: Omit<Ending, 'outcome'> & { decisionId: DecisionId },
): Promise<void> {
  const open = tx.change<ProposalTables>().updateTable('proposal').where('articleId', '=', articleId)
  const about = open.where('commentId', 'is', null).where('endedAt', 'is', null).where('kind', 'in', kinds)
  await about.set({ outcome: 'overtaken', endedById, endedAt, decisionId }).execute()
}

function waiting(db: Reading) {
  return db.look<ProposalTables>().selectFrom('proposal').selectAll().where('endedAt', 'is', null)
}
