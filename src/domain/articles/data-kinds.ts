import { type DataKind, unnameRows } from '../people/index.ts'
import { eraseBylines } from './erase-bylines.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'the publication',
    tables: [
      'publication',
      'publicationWords',
      'publicationLook',
      'section',
      'sectionWords',
      'staticPage',
      'staticPageWords',
      'frontPlace',
      'feedIdentity',
    ],
    purpose: 'Its names, sections, pages, look and addresses. Nothing in it is about readers.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
  {
    name: 'changes of the publication',
    tables: ['shaping'],
    purpose: 'How its names, sections, pages, rules and look were, so that a change can be undone.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'what was changed, and when, without whose number it was',
    erases: [unnameRows('shaping', 'byId')],
  },
  {
    name: 'articles',
    tables: ['article', 'articlePicture', 'edition', 'revision', 'retraction', 'workingCopy', 'formerSlug'],
    purpose: 'What is published, in every language and every wording.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased:
      'the articles stand, without the name of whoever saved a revision; what editors typed into an article is theirs to change',
    erases: [unnameRows('revision', 'byId'), unnameRows('retraction', 'byId'), unnameRows('workingCopy', 'byId')],
  },
  {
    name: 'bylines',
    tables: ['byline', 'bylineWords'],
    purpose: 'Says who wrote, reviewed or translated an article.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'nothing; the article stands without the name',
    erases: [eraseBylines],
  },
]
