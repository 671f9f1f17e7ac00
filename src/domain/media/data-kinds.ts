import { type DataKind, eraseRows } from '../people/index.ts'
import { aboutPortrait, portraitFile } from './portraits/archived.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'pictures',
    tables: ['picture', 'pictureWords'],
    purpose: 'Pictures of articles, without what cameras write into them, and what is said of them.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
  {
    name: 'pictures of people',
    tables: ['portrait'],
    purpose: 'What somebody shows of themselves: a square that is drawn anew, of which nothing else is kept.',
    term: 'until it is replaced or taken away; its file for an hour after that',
    archived: 'the picture itself',
    erased: 'nothing',
    erases: [eraseRows('portrait', 'personId', 'personId')],
    about: aboutPortrait,
    files: portraitFile,
  },
]
