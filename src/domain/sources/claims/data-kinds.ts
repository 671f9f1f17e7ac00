import { type DataKind, eraseRows, unnameRows } from '../../people/index.ts'
import { proposalsList } from '../proposals/archived.ts'

export const claimDataKinds: readonly DataKind[] = [
  {
    name: 'claims and quotes',
    tables: ['claim', 'claimWords', 'claimRelation', 'hop', 'hopWords', 'quote', 'quoteWords', 'anchor'],
    purpose: 'What articles assert and quote, where it stands in their texts, and by which steps it came to them.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'all of it, without the name of whoever proposed a source',
    erases: [unnameRows('hop', 'proposedById')],
  },
  {
    name: 'proposed sources',
    tables: ['sourceProposal'],
    purpose: 'Sources that readers know for a claim, and what became of them at the desk.',
    term: 'while the article stands',
    archived: 'everything',
    lists: [proposalsList],
    erased: 'nothing; a source that was taken stays with its claim, without the name',
    erases: [eraseRows('sourceProposal', 'personId', 'id'), unnameRows('sourceProposal', 'decidedById')],
  },
]
