import type { Generated } from 'kysely'
import type { Override, Passage } from './comparison/override.ts'
import type { Paragraph, Translation } from './paragraphs/paragraph.ts'
import type { Question } from './questions/question.ts'
import type { EditionWish } from './wishes/edition-wish.ts'

export interface EditionTables {
  translation: Omit<Translation, 'id'> & { id: Generated<Translation['id']> }
  translatedParagraph: Omit<Paragraph, 'id'> & { id: Generated<Paragraph['id']> }
  editionWish: EditionWish
  translationOverride: Omit<Override, 'id'> & { id: Generated<Override['id']> }
  gatePassage: Omit<Passage, 'id'> & { id: Generated<Passage['id']> }
  translationQuestion: Omit<Question, 'id'> & { id: Generated<Question['id']> }
}
