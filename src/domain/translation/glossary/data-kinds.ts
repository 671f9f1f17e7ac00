import { type DataKind, unnameRows } from '../../people/index.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'the glossary',
    tables: ['glossaryEntry', 'glossaryForm', 'glossaryChange', 'glossaryDismissal'],
    purpose:
      'Says how persons, parties, outlets, places and terms that articles name are written in each language, who settled that, and when.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'the names stand, as those of public life do, without the name of whoever wrote or settled them',
    erases: [
      unnameRows('glossaryForm', 'byId'),
      unnameRows('glossaryChange', 'byId'),
      unnameRows('glossaryDismissal', 'byId'),
    ],
  },
]
