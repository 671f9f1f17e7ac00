import { isInkless } from '../../../../kit/characters.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import { keepable, refuseLonger } from '../../../../text/words.ts'
import type { ArticleTables, EditionId } from '../../../articles/index.ts'
import type { Member, PersonTables } from '../../../people/index.ts'
import { hashOf } from '../paragraphs/pairing.ts'
import type { EditionTables } from '../tables.ts'
import { mayTranslate, type Translating } from '../translating.ts'
import type { Question } from './question.ts'
import { MOST_QUESTIONS, waiting } from './questions-waiting.ts'

type Tables = EditionTables & ArticleTables & PersonTables

export const LONGEST_QUESTION = 2_000

/** Asks about a paragraph of the original; its author and the editors are told. */
export async function askQuestion(
  tx: Writing,
  { wording, question: typed, ...who }: Translating & { wording: string; question: string },
): Promise<void> {
  const { id, by, at } = who
  const question = lineFrom(typed, 'question')
  const { paragraphs } = await mayTranslate(tx, who)
  const one = paragraphs.find((paragraph) => paragraph.wording === wording)
  if (!one) throw new Trouble('conflict', 'translation.changed')
  const original = one.now || one.original
  const row = { editionId: id, originalHash: hashOf(original), original, question, byId: by.id, at }
  const answer = { answer: null, answeredById: null, answeredAt: null }
  await tx
    .change<Tables>()
    .insertInto('translationQuestion')
    .values({ ...row, ...answer })
    .execute()
}

/** Answers what a translator has asked. Throws Trouble for who neither wrote the article nor edits here. */
export async function answerQuestion(
  tx: Writing,
  { id, answer: typed, by, at }: { id: Question['id']; answer: string; by: Member; at: number },
): Promise<void> {
  const answer = lineFrom(typed, 'answer')
  const [open] = await waiting(tx, by).where('translationQuestion.id', '=', id).execute()
  if (!open) throw new Trouble('missing', 'question.missing')
  const row = { answer, answeredById: by.id, answeredAt: at }
  await tx.change<Tables>().updateTable('translationQuestion').set(row).where('id', '=', id).execute()
}

function lineFrom(typed: string, field: 'question' | 'answer'): string {
  const words = keepable(typed).trim()
  const key = 'question.empty'
  if (isInkless(words)) throw new Trouble('invalid', key, {}, { fields: { [field]: key } })
  refuseLonger(words, LONGEST_QUESTION)
  return words
}

/** What was asked about an edition's paragraphs, and answered; the oldest first. */
export function questionsOf(db: Reading, editionId: EditionId) {
  return db
    .look<Tables>()
    .selectFrom('translationQuestion')
    .leftJoin('person', 'person.id', 'translationQuestion.byId')
    .selectAll('translationQuestion')
    .select('person.name as by')
    .where('editionId', '=', editionId)
    .orderBy('translationQuestion.id')
    .limit(MOST_QUESTIONS)
    .execute()
}
