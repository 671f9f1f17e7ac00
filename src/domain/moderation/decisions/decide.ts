import { allInOrder } from '../../../kit/all-in-order.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { type ArticleId, placeOf as placeOfArticle } from '../../articles/index.ts'
import {
  type CommentId,
  holdInForce,
  type KeptComment,
  keptCommentById,
  latestWording,
  lockDiscussion,
} from '../../discussion/index.ts'
import { type Member, mustMay, type Place, reaches } from '../../people/index.ts'
import type { Case } from '../cases/case.ts'
import { close, openCaseOf, wasOnlyAsked } from '../cases/cases.ts'
import { MODERATORS, placeOfComment } from '../policy.ts'
import { overtake } from '../proposals/proposals.ts'
import { mustHaveSecond } from '../proposals/second-person.ts'
import { mustTakePart } from '../sanctions/sanctions.ts'
import type { CommentDecision, DecidedAs, Decision, DecisionId, FoundBy } from './decision.ts'
import { addDecided, addDecision, lastOf } from './decisions.ts'
import { EFFECTS } from './effects.ts'
import { decisionMade } from './events.ts'
import { type Grounds, groundOf } from './grounds.ts'

export interface NewDecision extends Grounds {
  kind: CommentDecision
  commentId: CommentId
  /** Null where a machine decides. */
  by: Member | null
  at: number
  /** A second person who assents. */
  assentedBy?: Member | undefined
  foundBy?: FoundBy
  /** What is taken out, where a passage is: exactly as it stands in the words. */
  passage?: string | undefined
  /** The decision that it takes back; the last that it can where none is named. */
  takesBack?: Pick<Decision, 'id' | 'at'> | undefined
  /** The article to which a branch is moved. */
  to?: ArticleId | undefined
}

/**
 * Decides about a comment: looks whether one may and whether it can be, does it, and keeps who decided what, when and why.
 * Throws Trouble where the rule is missing or the comment stands otherwise by now.
 */
export async function decide(tx: Writing, decision: NewDecision): Promise<DecisionId> {
  const { kind, by, at, takesBack, assentedBy } = decision
  const effect = EFFECTS[kind]
  const comment = await keptLocked(tx, decision.commentId)
  const [place, , , , ground, wording, open, before] = await allInOrder([
    placeWhereMay(tx, decision, comment),
    by && mustTakePart(tx, by.id, at),
    assentedBy && mustTakePart(tx, assentedBy.id, at),
    mustBeEnough(tx, decision, comment),
    groundOf(tx, decision, effect.needsGround),
    latestWording(tx, comment.id),
    openCaseOf(tx, comment.id),
    takesBack?.id ?? (effect.takesBack ? lastOf(tx, comment.id, effect.takesBack) : null),
  ])
  const deciding = { kind, at, byId: by?.id ?? null, ...ground, until: null }
  const foundBy = decision.foundBy ?? (by ? await foundByOf(tx, comment, open) : 'machine')
  await effect.carryOut(tx, comment, {
    ...deciding,
    foundBy,
    passage: decision.passage,
    to: decision.to,
    takenAt: takesBack?.at,
  })
  const id = await addDecision(tx, {
    ...deciding,
    byRole: roleOf(by, place),
    assentedById: assentedBy?.id ?? null,
    foundBy,
    automated: by ? 0 : 1,
    articleId: comment.articleId,
    personId: null,
    comments: 1,
    caseId: open?.id ?? null,
    takesBackId: before,
    undoneAt: null,
    undoneById: null,
    settledAt: null,
  })
  const { articleId, authorId: personId } = comment
  const revision = wording?.number ?? null
  const closes = open && (effect.answers !== null || (effect.endsAsked && (await wasOnlyAsked(tx, open))))
  await Promise.all([
    addDecided(tx, [
      { decisionId: id, commentId: comment.id, articleId, personId, revision, before: comment.state, waits: 0 },
    ]),
    closes && close(tx, open.id, { outcomeId: id, at }),
    (effect.answers || kind === 'hold') && overtake(tx, comment.id, { decisionId: id, byId: by?.id ?? null, at }),
  ])
  tx.note(decisionMade, { about: id, at })
  return id
}

/** Where the comment stands. Throws Trouble where one may not decide so there, or where a branch is to go. */
async function placeWhereMay(
  db: Reading,
  { kind, by, assentedBy, to }: NewDecision,
  comment: KeptComment,
): Promise<Place> {
  const { right } = EFFECTS[kind]
  const [place, there] = await Promise.all([
    placeOfComment(db, comment),
    to === undefined ? undefined : placeOfArticle(db, to),
  ])
  for (const who of [by, assentedBy]) if (who) for (const one of [place, there ?? place]) mustMay(right, who, one)
  return place
}

/** A machine and an appeal need nobody's assent. */
async function mustBeEnough(
  db: Reading,
  { kind, by, assentedBy, foundBy }: NewDecision,
  { articleId }: KeptComment,
): Promise<void> {
  if (!by || assentedBy || foundBy === 'appeal') return
  await mustHaveSecond(db, kind, { articleIds: [articleId], comments: 1 })
}

/** A comment as it is kept, when nothing else can change it until this is done. */
export async function keptLocked(tx: Writing, id: CommentId): Promise<KeptComment> {
  const comment = await keptCommentById(tx, id)
  if (!comment) throw new Trouble('missing', 'comment.missing')
  const [, locked] = await Promise.all([lockDiscussion(tx, comment.articleId), keptCommentById(tx, id)])
  return locked!
}

/** How what waits came up. */
async function foundByOf(tx: Writing, comment: KeptComment, open: Pick<Case, 'reports'> | undefined): Promise<FoundBy> {
  if (open && open.reports > 0) return 'report'
  const hold = comment.state === 'held' ? await holdInForce(tx, comment.id) : undefined
  return hold?.byId === null ? 'machine' : 'staff'
}

/** As what somebody decides here, of all that they are. */
export function roleOf(by: Member | null, place: Place): DecidedAs {
  if (!by) return 'machine'
  return MODERATORS.find((role) => by.roles.some((held) => held.role === role && reaches(held, place))) ?? 'admin'
}
