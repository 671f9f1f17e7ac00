import type { Id } from '../../../kit/ids.ts'
import type { PersonId } from '../../people/index.ts'
import type { ClaimId } from '../claims/claim.ts'

export type ProposalId = Id<'sourceProposal'>

export const PROPOSAL_STATES = ['waiting', 'taken', 'declined'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** A source that a reader knows for a claim; it waits at the desk. */
export interface Proposal {
  id: ProposalId
  claimId: ClaimId
  personId: PersonId | null
  url: string
  /** What they say of it. */
  words: string
  at: number
  state: ProposalState
  decidedById: PersonId | null
  decidedAt: number | null
}

export const LONGEST_PROPOSAL = 1_000
