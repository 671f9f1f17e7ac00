import { sql } from 'kysely'
import type { Writing } from '../../../store/index.ts'
import type { EraseSome } from '../../people/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { commentReacted } from '../events.ts'
import { BEST } from '../reactions/best.ts'
import { COUNT_OF, REACTION_KINDS } from '../reactions/reaction.ts'
import type { DiscussionTables } from '../tables.ts'

const AT_ONCE = 50

/** Takes back what somebody thought of the words of others, and counts anew. */
export const eraseReactions: EraseSome = async (tx, { personId, at }) => {
  const reactions = tx.look<DiscussionTables>().selectFrom('reaction').select('commentId').distinct()
  const some = await reactions.where('personId', '=', personId).orderBy('commentId').limit(AT_ONCE).execute()
  const ids = some.map(({ commentId }) => commentId)
  if (ids.length === 0) return
  const theirs = tx.change<DiscussionTables>().deleteFrom('reaction').where('personId', '=', personId)
  await theirs.where('commentId', 'in', ids).execute()
  await countAnew(tx, ids, at)
  return 0
}

async function countAnew(tx: Writing, ids: readonly CommentId[], at: number) {
  const counts = REACTION_KINDS.map((kind) => [COUNT_OF[kind], counted(kind)])
  const comments = () => tx.change<DiscussionTables>().updateTable('comment').where('id', 'in', ids)
  await comments().set(Object.fromEntries(counts)).execute()
  const rated = await comments().set({ best: BEST }).returning(['id', 'articleId', 'state']).execute()
  for (const { id: about, articleId, state } of rated)
    if (state === 'stands') tx.note(commentReacted, { about, articleId, at })
}

function counted(kind: string) {
  return sql<number>`(select count(*) from "reaction"
    where "reaction"."commentId" = "comment"."id" and "reaction"."kind" = ${kind})`
}
