import type { Reading, Writing } from '../../../store/index.ts'
import type { Comment, CommentId, Wording } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { CaseId } from '../cases/case.ts'
import type { ModerationTables } from '../tables.ts'
import type { DecidedComment, Decision, DecisionId } from './decision.ts'

export async function addDecision(tx: Writing, decision: Omit<Decision, 'id'>): Promise<DecisionId> {
  const insert = tx.change<ModerationTables>().insertInto('decision').values(decision)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

export async function addDecided(tx: Writing, comments: readonly Omit<DecidedComment, 'id'>[]): Promise<void> {
  await tx.fill<ModerationTables, 'decisionComment'>('decisionComment', comments)
}

export function decisionById(db: Reading, id: DecisionId): Promise<Decision | undefined> {
  return db.look<ModerationTables>().selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A bounded list of them. */
export async function decisionsById(db: Reading, ids: readonly DecisionId[]): Promise<Decision[]> {
  if (ids.length === 0) return []
  const decisions = db.look<ModerationTables>().selectFrom('decision').selectAll()
  return decisions.where('id', 'in', [...new Set(ids)]).execute()
}

/** The comments that a decision is about, by number, after the last that was seen. */
export function decidedComments(
  db: Reading,
  decisionId: DecisionId,
  { after = 0, limit = 100 }: { after?: number; limit?: number } = {},
): Promise<DecidedComment[]> {
  const comments = db.look<ModerationTables>().selectFrom('decisionComment').selectAll()
  const theirs = comments.where('decisionId', '=', decisionId).where('id', '>', after)
  return theirs.orderBy('id').limit(limit).execute()
}

/** In which discussions and languages the comments stand that a decision is about, each once. */
export function decidedPlaces(db: Reading, decisionId: DecisionId): Promise<Pick<Comment, 'articleId' | 'language'>[]> {
  const decided = db.look<ModerationTables>().selectFrom('decisionComment').where('decisionId', '=', decisionId)
  const comments = decided.innerJoin('comment', 'comment.id', 'decisionComment.commentId')
  return comments.select(['comment.articleId', 'comment.language']).distinct().execute()
}

/** What was decided about a comment, latest first; what was undone is not among it. */
export function decisionsAbout(db: Reading, commentId: CommentId, limit: number): Promise<Decision[]> {
  const decisions = db.look<ModerationTables>().selectFrom('decisionComment')
  return decisions
    .innerJoin('decision', 'decision.id', 'decisionComment.decisionId')
    .selectAll('decision')
    .where('decisionComment.commentId', '=', commentId)
    .where('decision.undoneAt', 'is', null)
    .orderBy('decision.id', 'desc')
    .limit(limit)
    .execute()
}

/** What was decided about a person and about what they said, latest first; what was undone is not among it. */
export function decisionsOn(db: Reading, personId: PersonId, limit: number): Promise<Decision[]> {
  const tables = db.look<ModerationTables>()
  const ofTheirWords = tables.selectFrom('decisionComment').select('decisionId').distinct()
  const some = ofTheirWords.where('personId', '=', personId).orderBy('decisionId', 'desc').limit(limit)
  const decisions = tables.selectFrom('decision').selectAll().where('undoneAt', 'is', null)
  const theirs = decisions.where((e) => e.or([e('personId', '=', personId), e('id', 'in', some)]))
  return theirs.orderBy('id', 'desc').limit(limit).execute()
}

/** The words of a comment as they were when something was decided about them; undefined where they have been forgotten. */
export function wordsDecided(
  db: Reading,
  { commentId, revision }: Pick<DecidedComment, 'commentId' | 'revision'>,
): Promise<Wording | undefined> {
  const revisions = db.look<ModerationTables>().selectFrom('commentRevision').select(['words', 'html', 'plain'])
  const then = revisions.where('commentId', '=', commentId).where('number', '=', revision ?? 0)
  return then.executeTakeFirst()
}

/** The last decision of these kinds about a comment that stands as it was made. */
export async function lastOf(
  db: Reading,
  commentId: CommentId,
  kinds: readonly Decision['kind'][],
): Promise<DecisionId | null> {
  return (await lastAmong(db, commentId, kinds))?.id ?? null
}

/** Of which of these kinds that decision was. */
export async function lastKindOf(
  db: Reading,
  commentId: CommentId,
  kinds: readonly Decision['kind'][],
): Promise<Decision['kind'] | null> {
  return (await lastAmong(db, commentId, kinds))?.kind ?? null
}

function lastAmong(db: Reading, commentId: CommentId, kinds: readonly Decision['kind'][]) {
  const decisions = db.look<ModerationTables>().selectFrom('decisionComment')
  return decisions
    .innerJoin('decision', 'decision.id', 'decisionComment.decisionId')
    .select(['decision.id', 'decision.kind'])
    .where('decisionComment.commentId', '=', commentId)
    .where('decision.undoneAt', 'is', null)
    .where('decision.kind', 'in', kinds)
    .orderBy('decision.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The number of the last decision about a comment that was not undone; 0 where there is none. */
export async function latestAbout(db: Reading, commentId: CommentId): Promise<DecisionId | 0> {
  const [latest] = await decisionsAbout(db, commentId, 1)
  return latest?.id ?? 0
}

/** The number of the last decision that was made in a case, undone or not; 0 where there is none. */
export async function lastMadeIn(db: Reading, caseId: CaseId): Promise<DecisionId | 0> {
  const decisions = db.look<ModerationTables>().selectFrom('decision').select('id').where('caseId', '=', caseId)
  return (await decisions.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
}
