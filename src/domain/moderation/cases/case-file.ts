import { sql } from 'kysely'
import { MOST_COUNTED } from '../../../kit/most-counted.ts'
import type { Reading } from '../../../store/index.ts'
import {
  type CommentId,
  type HeldComment,
  type HeldEdit,
  heldComment,
  heldEditOf,
  type KeptComment,
  keptCommentById,
  latestWording,
  ROOT,
  removalInForce,
  type Tombstone,
} from '../../discussion/index.ts'
import { type Member, type PersonId, peopleById } from '../../people/index.ts'
import type { Decision } from '../decisions/decision.ts'
import { decisionsAbout, decisionsOn } from '../decisions/decisions.ts'
import { seenBy } from '../policy.ts'
import { type Report, reportsOf } from '../reports/index.ts'
import type { ModerationTables } from '../tables.ts'
import type { Case, CaseNote, CaseReason } from './case.ts'
import { reasonsOf } from './cases.ts'
import { notesOn } from './notes.ts'

/** A comment as those see it who decide about it: its words, whether they are shown or not. */
export interface FiledComment
  extends Pick<
    KeptComment,
    'id' | 'articleId' | 'label' | 'authorId' | 'language' | 'state' | 'locked' | 'redactedAt' | 'postedAt' | 'editedAt'
  > {
  /** Empty where they have been forgotten. */
  words: string
}

/** Everything that helps to decide about a case, in one look. */
export interface CaseFile {
  comment: FiledComment | null
  /** The next few above it, from the root's side down. */
  above: readonly FiledComment[]
  /** The first few below it. */
  below: readonly FiledComment[]
  /** Why it is out of sight, where it is. */
  removal: Tombstone | null
  held: Pick<HeldComment, 'reason' | 'detail' | 'note'> | null
  /** Other words for it that wait. */
  otherWords: HeldEdit | undefined
  reasons: readonly CaseReason[]
  reports: readonly Report[]
  notes: readonly CaseNote[]
  /** What was decided about the comment, and about its author and their other words; latest first. */
  earlier: readonly Decision[]
  ofAuthor: readonly Decision[]
  /** The latest words of the author. */
  latest: readonly FiledComment[]
  counts: AuthorCounts
  /** The names of all who are named by number. */
  names: ReadonlyMap<number, string>
}

/** How much somebody wrote and what became of it, counted up to a limit. */
export interface AuthorCounts {
  stands: number
  held: number
  removed: number
}

const FEW = 5
const LATEST = 10
const DECISIONS = 20

export async function caseFile(
  db: Reading,
  by: Member,
  one: Pick<Case, 'id' | 'commentId' | 'personId'>,
): Promise<CaseFile> {
  const { commentId, personId } = one
  const comment = commentId === null ? undefined : await keptCommentById(db, commentId)
  const held = comment?.state === 'held' ? await heldComment(db, comment.id) : undefined
  const earlier = comment ? await decisionsAbout(db, comment.id, DECISIONS) : []
  const authorId = comment ? comment.authorId : personId
  const ofAuthor = authorId === null ? [] : await decisionsOn(db, authorId, DECISIONS)
  const file = {
    comment: comment ? await filed(db, comment) : null,
    above: comment ? await seenBy(db, by, await above(db, comment)) : [],
    below: comment ? await seenBy(db, by, await below(db, comment)) : [],
    removal: (comment?.state === 'removed' && (await removalInForce(db, comment.id))) || null,
    held: held ?? null,
    otherWords: comment && (await heldEditOf(db, comment.id)),
    reasons: (await reasonsOf(db, [one.id])).get(one.id) ?? [],
    reports: comment ? await reportsOf(db, comment.id) : [],
    notes: await notesOn(db, [...new Set([one.id, ...earlier.flatMap(({ caseId }) => caseId ?? [])])]),
    earlier,
    ofAuthor: ofAuthor.filter(({ id }) => !earlier.some((decision) => decision.id === id)),
    latest: authorId === null ? [] : await seenBy(db, by, await latestBy(db, authorId, commentId)),
    counts: await countsOf(db, authorId),
  }
  return { ...file, names: await namesIn(db, file, authorId) }
}

/** What is known of somebody who is decided about. */
export type PersonFile = Pick<CaseFile, 'ofAuthor' | 'latest' | 'counts' | 'names'>

export async function personFile(db: Reading, by: Member, id: PersonId): Promise<PersonFile> {
  const ofAuthor = await decisionsOn(db, id, DECISIONS)
  const latest = await seenBy(db, by, await latestBy(db, id, null))
  const nothing = { comment: null, above: [], below: [], reports: [], notes: [], earlier: [] }
  const names = await namesIn(db, { ...nothing, ofAuthor, latest }, id)
  return { ofAuthor, latest, counts: await countsOf(db, id), names }
}

/** A bounded list of comments, with their words. */
export async function filedOf(db: Reading, ids: readonly CommentId[]): Promise<FiledComment[]> {
  if (ids.length === 0) return []
  const comments = db.look<ModerationTables>().selectFrom('comment').selectAll().where('id', 'in', ids)
  return allFiled(db, await comments.orderBy('id').execute())
}

/** Comments with their words, those that nobody sees looked up in one question. */
async function allFiled(db: Reading, rows: readonly KeptComment[]): Promise<FiledComment[]> {
  const unseen = rows.filter(({ plain }) => plain === null).map(({ id }) => id)
  const words = await latestWords(db, unseen)
  return rows.map((comment) => shaped(comment, comment.plain ?? words.get(comment.id) ?? ''))
}

async function latestWords(db: Reading, ids: readonly CommentId[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const revisions = db.look<ModerationTables>().selectFrom('commentRevision').select(['commentId', 'plain'])
  const rows = await revisions
    .where('commentId', 'in', [...ids])
    .orderBy('commentId')
    .orderBy('number')
    .execute()
  return new Map(rows.map(({ commentId, plain }) => [commentId, plain]))
}

async function filed(db: Reading, comment: KeptComment): Promise<FiledComment> {
  return shaped(comment, comment.plain ?? (await latestWording(db, comment.id))?.plain ?? '')
}

function shaped(comment: KeptComment, words: string): FiledComment {
  const { id, articleId, label, authorId, language, state, locked, redactedAt, postedAt, editedAt } = comment
  return { id, articleId, label, authorId, language, state, locked, redactedAt, postedAt, editedAt, words }
}

/** The next few above, from the root's side down, found in one question. */
async function above(db: Reading, { parentId }: KeptComment): Promise<FiledComment[]> {
  if (parentId === ROOT) return []
  const found = db.look<ModerationTables>().withRecursive('above', (query) =>
    query
      .selectFrom('comment')
      .select(['id', 'parentId', sql<number>`1`.as('step')])
      .where('id', '=', parentId)
      .unionAll((more) =>
        more
          .selectFrom('above')
          .innerJoin('comment as parent', 'parent.id', 'above.parentId')
          .select(['parent.id', 'parent.parentId', sql<number>`"above"."step" + 1`.as('step')])
          .where('above.step', '<', FEW),
      ),
  )
  const rows = found.selectFrom('above').innerJoin('comment', 'comment.id', 'above.id').selectAll('comment')
  return allFiled(db, await rows.orderBy('comment.depth').execute())
}

async function below(db: Reading, { id, articleId }: KeptComment): Promise<FiledComment[]> {
  const replies = db.look<ModerationTables>().selectFrom('comment').selectAll().where('articleId', '=', articleId)
  const first = replies.where('parentId', '=', id).where('ordinal', 'is not', null).orderBy('ordinal').limit(FEW)
  return allFiled(db, await first.execute())
}

async function latestBy(db: Reading, authorId: PersonId, but: CommentId | null): Promise<FiledComment[]> {
  const comments = db.look<ModerationTables>().selectFrom('comment').selectAll().where('authorId', '=', authorId)
  const others = comments.where('id', '<>', but ?? (0 as CommentId))
  return allFiled(db, await others.orderBy('id', 'desc').limit(LATEST).execute())
}

async function countsOf(db: Reading, authorId: PersonId | null): Promise<AuthorCounts> {
  const counts = { stands: 0, held: 0, removed: 0 }
  if (authorId === null) return counts
  const comments = db.look<ModerationTables>().selectFrom('comment').select('state').where('authorId', '=', authorId)
  for (const { state } of await comments.orderBy('id', 'desc').limit(MOST_COUNTED).execute()) counts[state]++
  return counts
}

type Named = Pick<CaseFile, 'comment' | 'above' | 'below' | 'reports' | 'notes' | 'earlier' | 'ofAuthor' | 'latest'>

async function namesIn(db: Reading, file: Named, authorId: PersonId | null): Promise<Map<number, string>> {
  const comments = [file.comment, ...file.above, ...file.below]
  const ids = [
    authorId,
    ...comments.map((comment) => comment?.authorId),
    ...file.reports.map(({ personId }) => personId),
    ...[...file.notes, ...file.earlier, ...file.ofAuthor].map(({ byId }) => byId),
  ]
  const people = await peopleById(db, [...new Set(ids.filter((id) => id != null))])
  return new Map(people.map(({ id, name }) => [id, name]))
}
