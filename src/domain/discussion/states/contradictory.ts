import { sql } from 'kysely'
import type { Reading } from '../../../store/index.ts'
import type { CommentState } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'

interface Kept {
  state: CommentState
  hasWords: 0 | 1
  hasNumber: 0 | 1
}

/** Comments that are otherwise than their state says, in sentences: the first so many. */
export async function contradictory(db: Reading, limit: number): Promise<string[]> {
  const comments = db.look<DiscussionTables>().selectFrom('comment').select(['id', 'state'])
  const kept = comments
    .select(sql<0 | 1>`case when "html" is null then 0 else 1 end`.as('hasWords'))
    .select(sql<0 | 1>`case when "ordinal" is null then 0 else 1 end`.as('hasNumber'))
  const wrong = kept.where((e) =>
    e.or([
      e.and([e('state', '=', 'stands'), e.or([e('html', 'is', null), e('ordinal', 'is', null)])]),
      e.and([e('state', '<>', 'stands'), e('html', 'is not', null)]),
      e.and([e('state', '=', 'held'), e('ordinal', 'is not', null)]),
    ]),
  )
  const rows = await wrong.orderBy('id').limit(limit).execute()
  return rows.map((row) => `Comment ${row.id} ${complaintAbout(row)}.`)
}

function complaintAbout({ state, hasWords, hasNumber }: Kept): string {
  if (state === 'stands') return `stands without ${hasWords ? 'a number' : 'words'}`
  return hasWords ? `is ${state}, and its words are shown` : `is ${state}${hasNumber ? ', and has a number' : ''}`
}
