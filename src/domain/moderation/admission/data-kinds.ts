import type { DataKind } from '../../people/index.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'settings of admission',
    tables: ['admissionSetting'],
    purpose: 'Says which comments are held or refused. Nothing in it is about people.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
]
