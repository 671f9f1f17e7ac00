import type { Reading } from '../../../../store/index.ts'
import type { ArticleTables } from '../../../articles/index.ts'
import type { Member, PersonTables } from '../../../people/index.ts'
import { answerQuestions } from '../policy.ts'
import type { EditionTables } from '../tables.ts'

type Tables = EditionTables & ArticleTables & PersonTables

/** More do not stand at one edition. */
export const MOST_QUESTIONS = 200

/** What waits for an answer of somebody: editors see all, authors what concerns their articles. */
export function questionsFor(db: Reading, by: Member, limit: number) {
  return waiting(db, by).orderBy('translationQuestion.id').limit(limit).execute()
}

/** How many questions wait for somebody. */
export async function questionsWaitingFor(db: Reading, by: Member): Promise<number> {
  return (await waiting(db, by).limit(MOST_QUESTIONS).execute()).length
}

/** Of everything that was asked, what this person may answer: editors all, authors what concerns their articles. */
export function waiting(db: Reading, by: Member) {
  const questions = db
    .look<Tables>()
    .selectFrom('translationQuestion')
    .innerJoin('edition', 'edition.id', 'translationQuestion.editionId')
    .leftJoin('person', 'person.id', 'translationQuestion.byId')
    .selectAll('translationQuestion')
    .select(['edition.articleId', 'edition.language', 'person.name as by'])
    .where('translationQuestion.answeredAt', 'is', null)
  if (answerQuestions.may(by, undefined)) return questions
  return questions.where((e) =>
    e.exists(
      e
        .selectFrom('byline')
        .select('byline.id')
        .whereRef('byline.articleId', '=', 'edition.articleId')
        .where('byline.personId', '=', by.id)
        .where('byline.role', 'in', ['author', 'reviewer', 'commentator', 'reviewer-and-commentator']),
    ),
  )
}
