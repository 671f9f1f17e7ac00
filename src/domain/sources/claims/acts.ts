import { act } from '../../audit/index.ts'

export const claimKept = act('claim-kept')
export const claimHopsKept = act('claim-hops-kept')
export const claimRelated = act('claim-related')
export const quoteKept = act('quote-kept')
export const proposalDecided = act('proposal-decided')

/** What is said at the desk of claims and quotes, and stays on record. */
export const acts = [claimKept, claimHopsKept, claimRelated, quoteKept, proposalDecided]
