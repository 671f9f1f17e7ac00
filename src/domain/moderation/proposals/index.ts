export { assent, endWaiting, mustSee, proposalsFor } from './assenting.ts'
export { type Proposal, type ProposalId, particulars } from './proposal.ts'
export { lastEnded, proposedAbout, proposedOn } from './proposals.ts'
export {
  decideAboutManyOrPropose,
  decideAboutPersonOrPropose,
  decideOrPropose,
  type Made,
} from './proposing.ts'
