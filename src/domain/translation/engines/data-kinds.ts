import { type DataKind, unnameRows } from '../../people/index.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'orders for drafts',
    tables: ['draftOrder'],
    purpose: 'Who had which edition drafted by an engine, and how far that is.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'the orders stand, without the number of who gave them',
    erases: [unnameRows('draftOrder', 'byId')],
  },
  {
    name: 'use of engines',
    tables: ['engineUse'],
    purpose: 'How many characters translation engines were sent for an edition in a month, and what that cost.',
    term: 'for good',
    archived: 'nothing',
    erased: 'all of it stays, as it names nobody',
  },
]
