import type { DataKind } from '../people/index.ts'
import { reportData } from './reports/index.ts'

export const dataKinds: readonly DataKind[] = [
  ...reportData,
  {
    name: 'rules',
    tables: ['rule', 'ruleWords'],
    purpose: 'What the publication asks of those who write. Nothing in it is about people.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
]
