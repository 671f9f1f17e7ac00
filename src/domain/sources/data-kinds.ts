import { type DataKind, unnameRows } from '../people/index.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'sources',
    tables: ['outlet', 'outletWords', 'sourceDocument', 'sourceSnapshot', 'articleSource'],
    purpose: 'What an article quotes from, who published it, and that one of us has read it.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'all of it, without the number of whoever read it',
    erases: [unnameRows('sourceDocument', 'openedById')],
  },
  {
    name: 'those who are quoted',
    tables: ['party', 'partyWords', 'partyRole', 'partyRoleWords'],
    purpose: 'Who is quoted in articles, under one name in each language, and in which role they spoke.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it; it is of people in public life as articles name them, and of no accounts',
  },
  {
    name: 'corrections',
    tables: ['correction', 'correctionWords'],
    purpose: 'What was wrong in an article, what is right, and since when.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'what was corrected, and when, without the number of whoever did',
    erases: [unnameRows('correction', 'byId')],
  },
  {
    name: 'merges',
    tables: ['merge', 'mergedRow'],
    purpose: 'That two outlets or parties are one, and what moved, so that it can be undone.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'what was merged, and when, without whose number it was',
    erases: [unnameRows('merge', 'byId')],
  },
]
