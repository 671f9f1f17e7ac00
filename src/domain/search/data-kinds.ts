import type { DataKind } from '../people/index.ts'
import { eraseTerms, forgetDroppedTerms } from './erase-terms.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'search index',
    tables: ['searchIndex'],
    purpose: 'Finds comments by their words.',
    term: 'while the comment stands',
    archived: 'nothing, for it is made of the comments',
    erased: 'what the comments leave',
    erases: [eraseTerms],
    erasesLast: [forgetDroppedTerms],
  },
]
