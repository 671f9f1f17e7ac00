import { sql } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { Comment, CommentId } from '../comments/comment.ts'
import type { DiscussionTables } from '../tables.ts'
import { BEST } from './best.ts'
import { COUNT_OF, type ReactionKind } from './reaction.ts'

/** How one person reacted to a comment. It is shown to them alone. */
export async function reactionsBy(db: Reading, personId: PersonId, commentId: CommentId): Promise<ReactionKind[]> {
  const reactions = db.look<DiscussionTables>().selectFrom('reaction').select('kind').where('commentId', '=', commentId)
  const rows = await reactions.where('personId', '=', personId).orderBy('kind').execute()
  return rows.map(({ kind }) => kind)
}

/** So many of a person's latest reactions are looked through for those in one discussion. */
const LOOKED_THROUGH = 1_000

/** How one person reacted in a discussion, to the latest comments that they reacted to. It is shown to them alone. */
export function reactionsIn(
  db: Reading,
  personId: PersonId,
  articleId: ArticleId,
): Promise<{ commentId: CommentId; kind: ReactionKind }[]> {
  const all = db.look<DiscussionTables>().selectFrom('reaction').where('personId', '=', personId)
  const latest = all.selectAll().orderBy('commentId', 'desc').limit(LOOKED_THROUGH).as('latest')
  const reactions = db.look<DiscussionTables>().selectFrom(latest).select(['latest.commentId', 'latest.kind'])
  return reactions.where('latest.articleId', '=', articleId).orderBy('latest.commentId').execute()
}

interface Reacting {
  comment: Pick<Comment, 'id' | 'articleId'>
  personId: PersonId
  kind: ReactionKind
}

/** False when it stands there already. */
export async function add(tx: Writing, { comment, personId, kind }: Reacting, at: number): Promise<boolean> {
  const row = { commentId: comment.id, articleId: comment.articleId, personId, kind, at }
  const insert = tx.change<DiscussionTables>().insertInto('reaction').values(row)
  const added = insert.onConflict((c) => c.doNothing()).returning('commentId')
  return (await added.execute()).length > 0
}

/** False when there is none. */
export async function remove(tx: Writing, { comment, personId, kind }: Reacting): Promise<boolean> {
  const reactions = tx.change<DiscussionTables>().deleteFrom('reaction').where('commentId', '=', comment.id)
  const removed = reactions.where('personId', '=', personId).where('kind', '=', kind).returning('commentId')
  return (await removed.execute()).length > 0
}

export function count(tx: Writing, id: CommentId, kind: ReactionKind, by: 1 | -1) {
  const column = COUNT_OF[kind]
  const comment = tx.change<DiscussionTables>().updateTable('comment').where('id', '=', id)
  return comment.set({ [column]: sql<number>`${sql.ref(column)} + ${by}` }).execute()
}

/** Sets how good a comment is held to be by what is counted on it now. */
export function rate(tx: Writing, id: CommentId) {
  return tx.change<DiscussionTables>().updateTable('comment').set({ best: BEST }).where('id', '=', id).execute()
}
