import type { Kysely } from 'kysely'
import { prepared, type Reading } from '../../../store/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import { stands } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'

/** Whether so many comments of a person stand; no more of them are counted. */
export async function isTrusted(db: Reading, personId: PersonId, kept: number): Promise<boolean> {
  const [last] = await nthKept(db, { personId, before: kept - 1 })
  return last !== undefined
}

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
