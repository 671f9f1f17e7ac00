import type { DataKind } from '../people/index.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'pictures',
    tables: ['picture'],
    purpose: 'Pictures of articles, without what cameras write into them.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
]
