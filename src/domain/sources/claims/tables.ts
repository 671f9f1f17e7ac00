import type { Generated } from 'kysely'
import type { Anchor } from '../anchors/anchor.ts'
import type { Proposal, ProposalId } from '../proposals/proposal.ts'
import type { Quote, QuoteId, QuoteWords } from '../quotes/quote.ts'
import type { Claim, ClaimId, ClaimRelation, ClaimWords } from './claim.ts'
import type { Hop, HopId, HopWords } from './hop.ts'

export interface ClaimTables {
  claim: Omit<Claim, 'id'> & { id: Generated<ClaimId> }
  claimWords: ClaimWords
  claimRelation: ClaimRelation
  hop: Omit<Hop, 'id'> & { id: Generated<HopId> }
  hopWords: HopWords
  quote: Omit<Quote, 'id'> & { id: Generated<QuoteId> }
  quoteWords: QuoteWords
  anchor: Anchor
  sourceProposal: Omit<Proposal, 'id'> & { id: Generated<ProposalId> }
}
