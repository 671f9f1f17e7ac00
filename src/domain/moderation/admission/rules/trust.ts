import type { Kysely } from 'kysely'
import { prepared, type Reading } from '../../../../store/index.ts'
import type { DiscussionTables } from '../../../discussion/index.ts'
import { stands } from '../../../discussion/index.ts'
import type { PersonId } from '../../../people/index.ts'
import type { Submission } from './rule.ts'

/** Whether so many comments of a person stand; no more of them are counted. */
export async function isTrusted(db: Reading, personId: PersonId, kept: number): Promise<boolean> {
  const [last] = await nthKept(db, { personId, before: kept - 1 })
  return last !== undefined
}

/** The same of whoever submits words, asked once for all rules that go by the same number. */
export function isTrustedWith(db: Reading, submission: Submission, kept: number): Promise<boolean> {
  const answers = known.get(submission) ?? new Map<number, Promise<boolean>>()
  known.set(submission, answers)
  const answer = answers.get(kept) ?? isTrusted(db, submission.by.id, kept)
  answers.set(kept, answer)
  return answer
}

const known = new WeakMap<Submission, Map<number, Promise<boolean>>>()

const nthKept = prepared(
  (db: Pick<Kysely<DiscussionTables>, 'selectFrom'>, { personId, before }: { personId: PersonId; before: number }) =>
    db
      .selectFrom('comment')
      .select('comment.id')
      .where('comment.authorId', '=', personId)
      .where(stands('comment'))
      .orderBy('comment.id')
      .limit(1)
      .offset(before),
)
