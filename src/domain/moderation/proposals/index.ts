export { assent, endWaiting, mustSee, proposalsFor } from './assenting.ts'
export { isAboutDiscussion, type Proposal, type ProposalId, particulars } from './proposal.ts'
export { lastEnded, proposedAbout, proposedIn, proposedOn } from './proposals.ts'
export {
  decideAboutDiscussionOrPropose,
  decideAboutManyOrPropose,
  decideAboutPersonOrPropose,
  decideOrPropose,
  type Made,
} from './proposing.ts'
