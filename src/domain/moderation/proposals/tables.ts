import type { Generated } from 'kysely'
import type { Proposal } from './proposal.ts'

type Ended = 'endedAt' | 'endedById' | 'outcome' | 'decisionId'

export interface ProposalTables {
  proposal: Omit<Proposal, 'id' | Ended> & { id: Generated<Proposal['id']> } & {
    [Column in Ended]: Generated<Proposal[Column]>
  }
}
