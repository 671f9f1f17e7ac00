import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { placeOf } from '../../articles/index.ts'
import { keptCommentById } from '../../discussion/index.ts'
import { type Member, memberById, mustMay, WHOLE } from '../../people/index.ts'
import { restrain } from '../admission/policy.ts'
import { decide } from '../decisions/decide.ts'
import { decideAboutDiscussion } from '../decisions/decide-discussion.ts'
import { decideAboutPerson } from '../decisions/decide-person.ts'
import {
  type CommentDecision,
  type Decision,
  type DecisionId,
  type DiscussionDecision,
  PERSON_DECISIONS,
  type PersonDecision,
} from '../decisions/decision.ts'
import { decideAboutMany, selected } from '../decisions/many.ts'
import { handleCases, mustReachAll, placeOfComment, sanctionPeople } from '../policy.ts'
import { isAboutDiscussion, type Proposal, type ProposalId, type ProposalOutcome, particulars } from './proposal.ts'
import { becomes, endProposal, latestProposed, proposalById } from './proposals.ts'

interface Answering {
  id: ProposalId
  by: Member
  at: number
}

/** A second person assents: it is decided now, by whoever proposed it. Throws Trouble for who did, or where it waits no more. */
export async function assent(tx: Writing, { id, by, at }: Answering): Promise<DecisionId> {
  const one = await mustSee(tx, id, by)
  if (one.byId === by.id) throw new Trouble('forbidden', 'proposal.own')
  await mustEnd(tx, id, { outcome: 'agreed', by, at })
  const first = one.byId === null ? undefined : await memberById(tx, one.byId)
  if (!first) throw new Trouble('conflict', 'proposal.ended')
  const decisionId = await carriedOut(tx, one, { by: first, assentedBy: by, at })
  await becomes(tx, id, decisionId)
  return decisionId
}

/** Ends what waits without deciding it: whoever made it takes it back, others decline. */
export async function endWaiting(tx: Writing, { id, by, at }: Answering): Promise<Proposal> {
  const one = await mustSee(tx, id, by)
  await mustEnd(tx, id, { outcome: one.byId === by.id ? 'withdrawn' : 'declined', by, at })
  return one
}

/** A proposal, for those who may decide such things. */
export async function mustSee(db: Reading, id: ProposalId, by: Member): Promise<Proposal> {
  const one = await proposalById(db, id)
  if (!one) throw new Trouble('missing', 'proposal.missing')
  await mustReach(db, one, by)
  return one
}

const MOST_LOOKED_AT = 100

/** Those that wait and that somebody may assent to or has made. */
export async function proposalsFor(db: Reading, by: Member): Promise<Proposal[]> {
  const seen: Proposal[] = []
  for (const one of await latestProposed(db, MOST_LOOKED_AT)) if (await reaches(db, one, by)) seen.push(one)
  return seen
}

async function mustEnd(
  tx: Writing,
  id: ProposalId,
  { outcome, by, at }: { outcome: ProposalOutcome; by: Member; at: number },
): Promise<void> {
  if (!(await endProposal(tx, id, { outcome, byId: by.id, at }))) throw new Trouble('conflict', 'proposal.ended')
}

interface Both extends Pick<Decision, 'at'> {
  by: Member
  assentedBy: Member
}

function carriedOut(tx: Writing, one: Proposal, both: Both): Promise<DecisionId> {
  const { passage, length, minutes, seconds, selection } = particulars.parse(JSON.parse(one.particulars))
  const { ruleId, law, note, staffNote } = one
  const why = { ruleId: ruleId ?? undefined, ...(law !== null && { law }), note, staffNote, ...both }
  if (isAboutPerson(one))
    return decideAboutPerson(tx, { kind: one.kind as PersonDecision, personId: one.personId!, length, ...why })
  if (isAboutDiscussion(one)) {
    const kind = one.kind as DiscussionDecision
    return decideAboutDiscussion(tx, { kind, articleId: one.articleId!, minutes, seconds, ...why })
  }
  const kind = one.kind as CommentDecision
  if (one.commentId !== null) return decide(tx, { kind, commentId: one.commentId, passage, ...why })
  return decideAboutMany(tx, { kind, selection: selection!, ...why })
}

function isAboutPerson({ kind }: Pick<Proposal, 'kind'>): boolean {
  return PERSON_DECISIONS.some((one) => one === kind)
}

async function mustReach(db: Reading, one: Proposal, by: Member): Promise<void> {
  if (isAboutPerson(one)) return mustMay(sanctionPeople, by, WHOLE)
  if (one.commentId !== null) {
    const comment = await keptCommentById(db, one.commentId)
    return mustMay(handleCases, by, comment ? await placeOfComment(db, comment) : WHOLE)
  }
  if (isAboutDiscussion(one)) return mustMay(restrain, by, await placeOf(db, one.articleId!))
  const { selection } = particulars.parse(JSON.parse(one.particulars))
  const meant = selection ? await selected(db, selection, one.kind as CommentDecision) : []
  await mustReachAll(db, handleCases, by, meant)
}

async function reaches(db: Reading, one: Proposal, by: Member): Promise<boolean> {
  try {
    await mustReach(db, one, by)
    return true
  } catch (error) {
    if (error instanceof Trouble) return false
    throw error
  }
}
