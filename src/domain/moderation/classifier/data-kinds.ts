import type { DataKind } from '../../people/index.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'what was learnt',
    tables: ['classifier'],
    purpose:
      'Tells how likely a comment is to be removed: weights of letter groups under hashes, and how well they did. It holds no words, and nothing in it is about people.',
    term: 'the last two; figures of the last hundred',
    archived: 'nothing',
    erased: 'all of it',
  },
]
