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
  {
    name: 'search index of articles',
    tables: ['articleIndex', 'indexedEdition'],
    purpose: 'Finds articles by their words, and by the names of those who sign them.',
    term: 'while the article is published',
    archived: 'nothing, for it is made of the articles',
    erased: 'nothing; it follows the articles',
  },
]
