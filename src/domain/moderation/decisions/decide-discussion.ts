import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { type ArticleId, placeOf } from '../../articles/index.ts'
import { type Member, mustMay } from '../../people/index.ts'
import { restrain } from '../admission/policy.ts'
import { binds, type RestraintId, type RestraintKind } from '../admission/restraints/restraint.ts'
import { impose, lift, liftIn, restraintById, resumeBefore } from '../admission/restraints/restraints.ts'
import { overtakeIn } from '../proposals/proposals.ts'
import { mustHaveSecond } from '../proposals/second-person.ts'
import { mustTakePart } from '../sanctions/sanctions.ts'
import type { ModerationTables } from '../tables.ts'
import { roleOf } from './decide.ts'
import { type Decision, type DecisionId, DISCUSSION_DECISIONS, type DiscussionDecision } from './decision.ts'
import { addDecision } from './decisions.ts'
import { decisionMade } from './events.ts'
import { type Grounds, groundOf } from './grounds.ts'

export interface DiscussionDeciding extends Grounds {
  kind: DiscussionDecision
  articleId: ArticleId
  by: Member
  at: number
  /** A second person who assents. */
  assentedBy?: Member
  /** For how long; null until somebody ends it. */
  minutes?: number | null
  /** How long people wait between their comments, where it is slowed. */
  seconds?: number
}

/** What each asks of all who write there, or asks no more. */
export const RESTRAINT: Readonly<Record<DiscussionDecision, RestraintKind>> = {
  lock: 'read-only',
  unlock: 'read-only',
  slow: 'slow',
  unslow: 'slow',
}

/** Decides about a whole discussion: locks it, slows it, or takes that back. Throws Trouble where one may not, or there is nothing to take back. */
export async function decideAboutDiscussion(tx: Writing, deciding: DiscussionDeciding): Promise<DecisionId> {
  const { kind, articleId, by, at, assentedBy, minutes = null, seconds = 0 } = deciding
  const place = await placeOf(tx, articleId)
  for (const who of assentedBy ? [by, assentedBy] : [by]) {
    mustMay(restrain, who, place)
    await mustTakePart(tx, who.id, at)
  }
  if (!assentedBy) await mustHaveSecond(tx, kind, { articleIds: [articleId], comments: 0 })
  const restraint = { articleId, kind: RESTRAINT[kind], by, at }
  const begins = kind === 'lock' || kind === 'slow'
  const until = begins ? await impose(tx, { ...restraint, minutes, seconds }) : null
  if (!begins && !(await liftIn(tx, restraint))) throw new Trouble('conflict', 'restraint.missing')
  const id = await addDecision(tx, {
    kind,
    at,
    byId: by.id,
    byRole: roleOf(by, place),
    assentedById: assentedBy?.id ?? null,
    foundBy: 'staff',
    automated: 0,
    ...(await groundOf(tx, deciding, false)),
    articleId,
    personId: null,
    comments: 0,
    until,
    caseId: null,
    takesBackId: begins ? null : await lastBegun(tx, articleId, kind === 'unlock' ? 'lock' : 'slow'),
    undoneAt: null,
    undoneById: null,
    settledAt: null,
  })
  await overtakeIn(tx, { articleId, kinds: sameKinds(kind) }, { decisionId: id, byId: by.id, at })
  tx.note(decisionMade, { about: id, at })
  return id
}

/** Those that ask the same thing of a discussion, or no more. */
function sameKinds(kind: DiscussionDecision): DiscussionDecision[] {
  return DISCUSSION_DECISIONS.filter((one) => RESTRAINT[one] === RESTRAINT[kind])
}

/** Ends what is asked of all who write; where a discussion was locked or slowed, that is a decision of its own. */
export async function endRestraint(
  tx: Writing,
  id: RestraintId,
  { by, at }: { by: Member; at: number },
): Promise<void> {
  const one = await restraintById(tx, id)
  const kind = one?.kind === 'read-only' ? 'unlock' : one?.kind === 'slow' ? 'unslow' : undefined
  if (!one?.articleId || !kind || !binds(one, one.articleId, at)) return lift(tx, id, { by, at })
  await decideAboutDiscussion(tx, { kind, articleId: one.articleId, by, at })
}

/** Takes such a decision back: what was asked of all who write there before is asked again. */
export async function undoAboutDiscussion(
  tx: Writing,
  { articleId, at: decidedAt }: Pick<Decision, 'articleId' | 'at'>,
  { by, at }: { by: Member; at: number },
): Promise<void> {
  await resumeBefore(tx, { articleId: articleId!, decidedAt, by, at })
}

async function lastBegun(db: Reading, articleId: ArticleId, kind: 'lock' | 'slow'): Promise<DecisionId | null> {
  const decisions = db.look<ModerationTables>().selectFrom('decision').select('id').where('articleId', '=', articleId)
  const begun = decisions.where('kind', '=', kind).where('comments', '=', 0).where('undoneAt', 'is', null)
  return (await begun.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? null
}
