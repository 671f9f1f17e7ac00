import type { Generated } from 'kysely'
import type { EditionWish } from './edition-wish.ts'
import type { Override, Passage } from './override.ts'
import type { Paragraph, Translation } from './paragraph.ts'
import type { Question } from './question.ts'

export interface EditionTables {
  translation: Omit<Translation, 'id'> & { id: Generated<Translation['id']> }
  translatedParagraph: Omit<Paragraph, 'id'> & { id: Generated<Paragraph['id']> }
  editionWish: EditionWish
  translationOverride: Omit<Override, 'id'> & { id: Generated<Override['id']> }
  gatePassage: Omit<Passage, 'id'> & { id: Generated<Passage['id']> }
  translationQuestion: Omit<Question, 'id'> & { id: Generated<Question['id']> }
}
