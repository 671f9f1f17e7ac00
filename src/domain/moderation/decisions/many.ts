import { type ExpressionBuilder, sql } from 'kysely'
import { Trouble, troubleIn } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import {
  type CommentId,
  type KeptComment,
  latestWording,
  lockDiscussion,
  type Removal,
} from '../../discussion/index.ts'
import type { Member, PersonId } from '../../people/index.ts'
import { close, closeOpenOf, openCaseOf } from '../cases/cases.ts'
import { reopen } from '../cases/gathering.ts'
import { mustReachAll, placeOfComment } from '../policy.ts'
import { mustHaveSecond } from '../proposals/second-person.ts'
import { mustTakePart } from '../sanctions/sanctions.ts'
import type { ModerationTables } from '../tables.ts'
import { keptLocked, roleOf } from './decide.ts'
import type { CommentDecision, DecidedComment, Decision, DecisionId } from './decision.ts'
import { addDecided, addDecision, decisionById, latestAbout } from './decisions.ts'
import { EFFECTS } from './effects.ts'
import { decisionMade } from './events.ts'
import { type Grounds, groundOf } from './grounds.ts'

/** More are not decided about in one act. */
export const MOST_AT_ONCE = 10_000

/** Which comments: all of one person, one and all that stand below it, or those that are named. */
export type Selection = { author: PersonId } | { branch: CommentId } | { comments: readonly CommentId[] }

/** What can be decided about many at once. */
export const MANY_DECISIONS = [
  'keep',
  'remove',
  'restore',
  'hold',
  'let-in',
] as const satisfies readonly CommentDecision[]

/** The comments that are meant and stand so that this may be decided, by number: at most one more than an act takes. */
export async function selected(db: Reading, selection: Selection, kind: CommentDecision): Promise<KeptComment[]> {
  const comments = db.look<ModerationTables>().selectFrom('comment').selectAll('comment')
  const some = comments
    .where((e) => standsFor(e, kind))
    .orderBy('id')
    .limit(MOST_AT_ONCE + 1)
  if ('author' in selection) return some.where('authorId', '=', selection.author).execute()
  if ('branch' in selection) return some.where('id', 'in', below(db, selection.branch)).execute()
  return selection.comments.length === 0 ? [] : some.where('id', 'in', [...selection.comments]).execute()
}

/** @NOTE what stood and was held has a tombstone, and waits as what was never let in does. */
function standsFor(e: ExpressionBuilder<ModerationTables, 'comment'>, kind: CommentDecision) {
  if (kind !== 'let-in' && kind !== 'restore') return e('state', '=', 'stands')
  const removals = e.selectFrom('removal').select('removal.id').whereRef('removal.id', '=', 'comment.removalId')
  const removedAs = (cause: Removal['cause']) =>
    e.and([e('state', '=', 'removed'), e.exists(removals.where('cause', '=', cause))])
  return kind === 'restore' ? removedAs('moderators') : e.or([e('state', '=', 'held'), removedAs('held')])
}

/** A comment and all below it. */
function below(db: Reading, branch: CommentId) {
  return db
    .look<ModerationTables>()
    .withRecursive('below', (query) =>
      query
        .selectFrom('comment')
        .select(['id', 'articleId'])
        .where('id', '=', branch)
        .unionAll((more) =>
          more
            .selectFrom('comment as reply')
            .innerJoin('below', (on) =>
              on.onRef('reply.articleId', '=', 'below.articleId').onRef('reply.parentId', '=', 'below.id'),
            )
            .select(['reply.id', 'reply.articleId']),
        ),
    )
    .selectFrom('below')
    .select('below.id')
    .limit(MOST_AT_ONCE + 1)
}

export interface ManyDeciding extends Grounds {
  kind: CommentDecision
  selection: Selection
  by: Member
  at: number
  foundBy?: Decision['foundBy']
  /** A second person who assents. */
  assentedBy?: Member
  /** The decision that it takes back, where it takes back one. */
  takesBackId?: DecisionId
}

/** Decides about many comments in one act: it stands at once, and is carried out in steps. Throws Trouble where one of them is out of reach. */
export async function decideAboutMany(tx: Writing, deciding: ManyDeciding): Promise<DecisionId> {
  const { kind, by, at, foundBy = 'staff', takesBackId = null, assentedBy } = deciding
  const effect = EFFECTS[kind]
  const comments = await meantAndReached(tx, deciding)
  const articleIds = comments.map(({ articleId }) => articleId)
  if (!assentedBy && foundBy !== 'appeal') await mustHaveSecond(tx, kind, { articleIds, comments: comments.length })
  const id = await addDecision(tx, {
    kind,
    at,
    byId: by.id,
    byRole: roleOf(by, await placeOfComment(tx, comments[0]!)),
    assentedById: assentedBy?.id ?? null,
    foundBy,
    automated: 0,
    ...(await groundOf(tx, deciding, effect.needsGround)),
    articleId: null,
    personId: null,
    comments: comments.length,
    until: null,
    caseId: null,
    takesBackId,
    undoneAt: null,
    undoneById: null,
    settledAt: null,
  })
  const waiting = comments.map(({ id: commentId, articleId, authorId: personId, state: before }) => ({
    ...{ decisionId: id, commentId, articleId, personId, revision: null, before, waits: 1 as const },
  }))
  for (let at = 0; at < waiting.length; at += ROWS) await addDecided(tx, waiting.slice(at, at + ROWS))
  tx.note(decisionMade, { about: id, at })
  return id
}

/** The comments that are meant. Throws Trouble where there are none or too many, or where one is out of the reach of whoever decides. */
export async function meantAndReached(
  db: Reading,
  { kind, selection, by, assentedBy, at }: ManyDeciding,
): Promise<KeptComment[]> {
  const deciders = [by, ...(assentedBy ? [assentedBy] : [])]
  for (const { id } of deciders) await mustTakePart(db, id, at)
  const comments = await selected(db, selection, kind)
  if (comments.length === 0) throw new Trouble('invalid', 'bulk.nothing')
  if (comments.length > MOST_AT_ONCE) throw new Trouble('invalid', 'bulk.too-many', { limit: MOST_AT_ONCE })
  for (const who of deciders) await mustReachAll(db, EFFECTS[kind].right, who, comments)
  return comments
}

const ROWS = 500
/** A step ends after so long, or after so many comments, some of which are changed together. */
const STEP_MS = 12
const MOST_IN_A_STEP = 25
const TOGETHER = 10

/** Carries some of a decision out, or takes some of it back; answers whether there is more to do. */
export async function carryOn(tx: Writing, at: number): Promise<boolean> {
  await tx.inTurn('decisions about many')
  const begun = performance.now()
  let isBegun = false
  const isOver = () => isBegun && performance.now() - begun > STEP_MS
  const waiting = tx.look<ModerationTables>().selectFrom('decisionComment').selectAll().where('waits', '=', 1)
  const rows = await waiting.orderBy('id').limit(MOST_IN_A_STEP).execute()
  for (const [id, ofOne] of Map.groupBy(rows, ({ decisionId }) => decisionId)) {
    const decision = (await decisionById(tx, id))!
    const isUndone = decision.undoneAt !== null
    for (let first = 0; first < ofOne.length; first += TOGETHER) {
      if (isOver()) return true
      const some = ofOne.slice(first, first + TOGETHER)
      const singly = isUndone ? some : await carryOutMany(tx, decision, some, at)
      for (const row of singly) {
        if (isOver()) return true
        await (isUndone ? undoOne : carryOutOne)(tx, decision, row, at)
        isBegun = true
      }
      isBegun = true
    }
  }
  return rows.length === MOST_IN_A_STEP
}

/** Carries a decision out for those of the comments that stand as they did and are changed together; gives the others. */
async function carryOutMany(
  tx: Writing,
  decision: Decision,
  rows: readonly DecidedComment[],
  at: number,
): Promise<readonly DecidedComment[]> {
  const effect = EFFECTS[decision.kind as CommentDecision]
  if (!effect.carryOutMany) return rows
  for (const articleId of [...new Set(rows.map((row) => row.articleId))].sort((one, other) => one - other))
    await lockDiscussion(tx, articleId)
  const comments = new Map((await keptComments(tx, rows)).map((comment) => [comment.id, comment]))
  const ready = rows.filter(({ commentId, articleId, before }) => {
    const comment = comments.get(commentId)
    return before === 'stands' && comment?.state === before && comment.articleId === articleId
  })
  if (ready.length === 0) return rows
  const ids = ready.map(({ commentId }) => commentId)
  await effect.carryOutMany(
    tx,
    ids.map((id) => comments.get(id)!),
    { ...decision, at },
  )
  await Promise.all([effect.answers && closeOpenOf(tx, ids, { outcomeId: decision.id, at }), markCarriedOut(tx, ready)])
  return rows.filter((row) => !ready.includes(row))
}

function keptComments(tx: Writing, rows: readonly DecidedComment[]): Promise<KeptComment[]> {
  const comments = tx.look<ModerationTables>().selectFrom('comment').selectAll()
  const ids = rows.map(({ commentId }) => commentId)
  return comments.where('id', 'in', ids).execute()
}

/** Each is about the wording that stood. */
function markCarriedOut(tx: Writing, rows: readonly DecidedComment[]) {
  const latest = sql<number>`(select max("number") from "commentRevision"
    where "commentRevision"."commentId" = "decisionComment"."commentId")`
  const decided = tx.change<ModerationTables>().updateTable('decisionComment').set({ waits: 0, revision: latest })
  const ids = rows.map(({ id }) => id)
  return decided.where('id', 'in', ids).execute()
}

/** Whether something waits to be carried out. */
export async function isCarriedOut(db: Reading, id?: DecisionId): Promise<boolean> {
  const waiting = db.look<ModerationTables>().selectFrom('decisionComment').select('id').where('waits', '=', 1)
  const one = id ? waiting.where('decisionId', '=', id) : waiting
  return (await one.limit(1).executeTakeFirst()) === undefined
}

/** @NOTE who has changed meanwhile is passed over, and is no part of the decision. */
async function carryOutOne(tx: Writing, decision: Decision, row: DecidedComment, at: number) {
  const comment = await keptLocked(tx, row.commentId)
  const effect = EFFECTS[decision.kind as CommentDecision]
  try {
    if (comment.state !== row.before) throw new Trouble('conflict', 'decision.superseded')
    const revision = (await latestWording(tx, comment.id))?.number ?? null
    await effect.carryOut(tx, comment, { ...decision, at })
    const open = await openCaseOf(tx, comment.id)
    if (open && effect.answers) await close(tx, open.id, { outcomeId: decision.id, at })
    await mark(tx, row, { waits: 0, revision })
  } catch (error) {
    if (!troubleIn(error)) throw error
    await leaveOut(tx, row)
  }
}

async function undoOne(tx: Writing, decision: Decision, row: DecidedComment, at: number) {
  const comment = await keptLocked(tx, row.commentId)
  await mark(tx, row, { waits: 0 })
  if ((await latestAbout(tx, comment.id)) > decision.id) return
  const effect = EFFECTS[decision.kind as CommentDecision]
  await effect.undo(tx, comment, { byId: decision.undoneById, at, before: row.before })
  await reopen(tx, comment, decision.id)
}

function mark(tx: Writing, { id }: DecidedComment, set: Partial<Pick<DecidedComment, 'revision' | 'waits'>>) {
  return tx.change<ModerationTables>().updateTable('decisionComment').set(set).where('id', '=', id).execute()
}

async function leaveOut(tx: Writing, { id, decisionId }: DecidedComment) {
  const tables = tx.change<ModerationTables>()
  await tables.deleteFrom('decisionComment').where('id', '=', id).execute()
  const decision = tables.updateTable('decision').where('id', '=', decisionId)
  await decision.set((e) => ({ comments: e('comments', '-', 1) })).execute()
}

/** Takes back what of an act is done already, in steps; the rest of it is not done at all. */
export async function undoMany(tx: Writing, id: DecisionId): Promise<void> {
  const tables = tx.change<ModerationTables>()
  await tx.inTurn('decisions about many')
  await tables.deleteFrom('decisionComment').where('decisionId', '=', id).where('waits', '=', 1).execute()
  await tables.updateTable('decisionComment').set({ waits: 1 }).where('decisionId', '=', id).execute()
}
