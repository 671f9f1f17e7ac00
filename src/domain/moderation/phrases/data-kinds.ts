import type { DataKind } from '../../people/index.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'phrases',
    tables: ['phrase'],
    purpose: 'What nobody is to write in a comment, or what is looked at first. Nothing in it is about people.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
]
