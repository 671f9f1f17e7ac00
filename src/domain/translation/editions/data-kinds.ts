import type { EraseSome } from '../../people/index.ts'
import { type DataKind, unnameRows } from '../../people/index.ts'
import type { EditionTables } from './tables.ts'

const AT_ONCE = 100

const eraseQuestions: EraseSome = async (tx, { personId }) => {
  const theirs = tx.look<EditionTables>().selectFrom('translationQuestion').select('id').where('byId', '=', personId)
  const some = tx.change<EditionTables>().deleteFrom('translationQuestion').where('id', 'in', theirs.limit(AT_ONCE))
  return Number((await some.executeTakeFirst()).numDeletedRows) === AT_ONCE ? 0 : undefined
}

export const dataKinds: readonly DataKind[] = [
  {
    name: 'translations',
    tables: ['translation', 'translatedParagraph'],
    purpose: 'Which edition translates which, paragraph by paragraph, and who wrote and reviewed each.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'the paragraphs stand, without the numbers of who wrote and reviewed them',
    erases: [
      unnameRows('translation', 'byId'),
      unnameRows('translatedParagraph', 'byId'),
      unnameRows('translatedParagraph', 'reviewedById'),
    ],
  },
  {
    name: 'questions of translators',
    tables: ['translationQuestion'],
    purpose: 'What translators ask about a paragraph, and what they are answered.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'what they asked goes; answers stand without their number',
    erases: [eraseQuestions, unnameRows('translationQuestion', 'answeredById')],
  },
  {
    name: 'overrides at the gate',
    tables: ['translationOverride', 'gatePassage'],
    purpose:
      'Who said of which fact in a translation that it is right all the same, and why; what was compared when an edition appeared.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'the overrides stand, without the number of who made them',
    erases: [unnameRows('translationOverride', 'byId'), unnameRows('gatePassage', 'byId')],
  },
  {
    name: 'wishes for editions',
    tables: ['editionWish'],
    purpose: 'How many readers ask for an article in another language. Who they are is not kept.',
    term: 'while the article stands',
    archived: 'nothing',
    erased: 'all of it',
  },
]
