import type { DataKind } from '../people/index.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'sources',
    tables: ['outlet', 'outletWords', 'sourceDocument', 'articleSource'],
    purpose: 'What an article quotes from, and who published it.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'all of it',
  },
]
