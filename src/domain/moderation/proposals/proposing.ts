import { stableJson } from '../../../kit/json.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { placeOf } from '../../articles/index.ts'
import { type KeptComment, latestWording } from '../../discussion/index.ts'
import { type Member, mustMay, WHOLE } from '../../people/index.ts'
import { restrain } from '../admission/policy.ts'
import { mustBeImposable } from '../admission/restraints/restraints.ts'
import { openCaseOf } from '../cases/cases.ts'
import { decide, keptLocked, type NewDecision } from '../decisions/decide.ts'
import { type DiscussionDeciding, decideAboutDiscussion, RESTRAINT } from '../decisions/decide-discussion.ts'
import { decideAboutPerson, mustBeConcerned, mustBeLength, type PersonDeciding } from '../decisions/decide-person.ts'
import type { DecisionId } from '../decisions/decision.ts'
import { EFFECTS } from '../decisions/effects.ts'
import { groundOf } from '../decisions/grounds.ts'
import { decideAboutMany, type ManyDeciding, meantAndReached } from '../decisions/many.ts'
import { placeOfComment, sanctionPeople } from '../policy.ts'
import { mustTakePart } from '../sanctions/sanctions.ts'
import type { Particulars, Proposal, ProposalId } from './proposal.ts'
import { addProposal, proposedAbout, proposedIn, proposedOn } from './proposals.ts'
import { needsSecond } from './second-person.ts'

/** What came of a decision: it is made, or waits for a second person. */
export type Made = { decided: DecisionId } | { proposed: ProposalId }

/** Decides about a comment, or proposes to where the publication wants a second person. Throws Trouble as the decision would. */
export async function decideOrPropose(tx: Writing, decision: NewDecision & { by: Member }): Promise<Made> {
  const { kind, by, at, passage } = decision
  const comment = await keptLocked(tx, decision.commentId)
  const { articleId, authorId: personId } = comment
  if (!(await needsSecond(tx, kind, { articleIds: [articleId], comments: 1 })))
    return { decided: await decide(tx, decision) }
  mustMay(EFFECTS[kind].right, by, await placeOfComment(tx, comment))
  await mustTakePart(tx, by.id, at)
  const ground = await groundOf(tx, decision, EFFECTS[kind].needsGround)
  await mustStandSo(tx, comment, decision)
  if ((await proposedAbout(tx, [comment.id])).size > 0) throw new Trouble('conflict', 'proposal.already')
  const caseId = (await openCaseOf(tx, comment.id))?.id ?? null
  const about = { commentId: comment.id, articleId, personId, comments: 1, caseId }
  return propose(tx, { kind, by, at, ground, about, particulars: passage ? { passage } : {} })
}

/** The same about a person. */
export async function decideAboutPersonOrPropose(tx: Writing, deciding: PersonDeciding): Promise<Made> {
  const { kind, by, at, personId, length } = deciding
  if (!(await needsSecond(tx, kind, { articleIds: [], comments: 0 })))
    return { decided: await decideAboutPerson(tx, deciding) }
  mustMay(sanctionPeople, by, WHOLE)
  await tx.inTurn(`sanctions of ${personId}`)
  await mustBeConcerned(tx, personId, by)
  const ground = await groundOf(tx, deciding, true)
  const particulars = kind === 'suspend' ? { length: mustBeLength(length) } : {}
  if (await proposedOn(tx, personId)) throw new Trouble('conflict', 'proposal.already')
  const about = { commentId: null, articleId: null, personId, comments: 0, caseId: null }
  return propose(tx, { kind, by, at, ground, about, particulars })
}

/** The same about a whole discussion. */
export async function decideAboutDiscussionOrPropose(tx: Writing, deciding: DiscussionDeciding): Promise<Made> {
  const { kind, by, at, articleId, minutes = null, seconds = 0 } = deciding
  if (!(await needsSecond(tx, kind, { articleIds: [articleId], comments: 0 })))
    return { decided: await decideAboutDiscussion(tx, deciding) }
  mustMay(restrain, by, await placeOf(tx, articleId))
  await mustTakePart(tx, by.id, at)
  mustBeImposable({ kind: RESTRAINT[kind], minutes, seconds })
  await tx.inTurn('restraints')
  if ((await proposedIn(tx, articleId)).some((one) => one.kind === kind))
    throw new Trouble('conflict', 'proposal.already')
  const ground = await groundOf(tx, deciding, false)
  const about = { commentId: null, articleId, personId: null, comments: 0, caseId: null }
  return propose(tx, { kind, by, at, ground, about, particulars: { minutes, seconds } })
}

/** The same about many comments, which are chosen anew when it is done. */
export async function decideAboutManyOrPropose(tx: Writing, deciding: ManyDeciding): Promise<Made> {
  const { kind, by, at, selection } = deciding
  const comments = await meantAndReached(tx, deciding)
  const articleIds = comments.map(({ articleId }) => articleId)
  if (!(await needsSecond(tx, kind, { articleIds, comments: comments.length })))
    return { decided: await decideAboutMany(tx, deciding) }
  const ground = await groundOf(tx, deciding, EFFECTS[kind].needsGround)
  const personId = 'author' in selection ? selection.author : null
  const about = { commentId: null, articleId: null, personId, comments: comments.length, caseId: null }
  const named = 'comments' in selection ? { comments: [...selection.comments] } : selection
  return propose(tx, { kind, by, at, ground, about, particulars: { selection: named } })
}

interface Proposing extends Pick<Proposal, 'kind' | 'at'> {
  by: Member
  ground: Awaited<ReturnType<typeof groundOf>>
  about: Pick<Proposal, 'commentId' | 'articleId' | 'personId' | 'comments' | 'caseId'>
  particulars: Particulars
}

async function propose(tx: Writing, { kind, by, at, ground, about, particulars }: Proposing): Promise<Made> {
  const row = { kind, byId: by.id, at, ...about, ...ground, particulars: stableJson(particulars) }
  return { proposed: await addProposal(tx, row) }
}

/** What cannot be done now is not proposed. */
async function mustStandSo(tx: Writing, comment: KeptComment, { kind, passage }: NewDecision): Promise<void> {
  if (kind === 'redact') {
    const words = (await latestWording(tx, comment.id))?.words ?? ''
    if (passage && comment.state === 'stands' && words.includes(passage.trim())) return
    throw new Trouble('invalid', 'redaction.not-found', {}, { fields: { passage: 'redaction.not-found' } })
  }
  if (comment.state === 'removed' && EFFECTS[kind].answers !== null) throw new Trouble('gone', 'comment.removed')
}
