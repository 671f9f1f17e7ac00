import { type AliasedExpression, sql } from 'kysely'
import type { Entry, Writing } from '../../../store/index.ts'
import {
  type Comment,
  type CommentId,
  commentById,
  type DiscussionTables,
  followedAround,
} from '../../discussion/index.ts'
import type { MuteTables, PersonId, PersonTables } from '../../people/index.ts'
import { readOn } from '../journal-reader.ts'
import { queueMail } from '../mailings/queue.ts'
import type { ReachTables } from '../tables.ts'
import type { NoticeKind } from './notice.ts'

type Tables = ReachTables & DiscussionTables & PersonTables & MuteTables

const READER = 'notices'
const AT_ONCE = 100
/** An edit may quote somebody anew. */
const TOLD_OF = new Set(['comment.posted', 'comment.edited'])

/** Reads on in the journal and tells everybody whom a new comment concerns; answers how many entries were read. */
export function tellNotices(tx: Writing): Promise<number> {
  return readOn(tx, READER, AT_ONCE, async (entries) => {
    for (const { kind, about, at } of entries) if (TOLD_OF.has(kind)) await tellOf(tx, about as CommentId, at)
  })
}

/** Of a comment that is gone by now nobody is told. */
async function tellOf(tx: Writing, id: CommentId, at: Entry['at']): Promise<void> {
  const comment = await commentById(tx, id)
  if (comment?.html == null) return
  const answered = tx.look<Tables>().selectFrom('comment').select('authorId as personId')
  await tell(tx, 'reply', comment, at, answered.where('id', '=', comment.parentId as CommentId).as('told'))
  await tell(tx, 'quotation', comment, at, quotedIn(tx, id).as('told'))
  const mentioned = tx.look<Tables>().selectFrom('mention').select('personId').where('commentId', '=', id)
  await tell(tx, 'mention', comment, at, mentioned.as('told'))
  await tell(tx, 'follow', comment, at, (await followersOf(tx, comment)).as('told'))
  await queueMail(tx, id, at)
}

function quotedIn(tx: Writing, id: CommentId) {
  const quotations = tx.look<Tables>().selectFrom('quotation').where('quotation.commentId', '=', id)
  const passages = quotations.innerJoin('comment as passage', 'passage.id', 'quotation.ofCommentId')
  return passages.select('passage.authorId as personId')
}

async function followersOf(tx: Writing, comment: Comment) {
  const places = await followedAround(tx, comment)
  const following = tx.look<Tables>().selectFrom('follow').select('personId')
  return following.where('articleId', '=', comment.articleId).where('commentId', 'in', places)
}

type Recipients = AliasedExpression<{ personId: PersonId | null }, 'told'>

/** Tells all of them at once, whoever wrote it and those who muted them or do not want to know aside; who was told already stays told. */
function tell(tx: Writing, kind: NoticeKind, comment: Comment, at: number, to: Recipients) {
  const recipients = tx
    .look<Tables>()
    .selectFrom(to)
    .innerJoin('person', 'person.id', 'told.personId')
    .leftJoin('mute', (join) =>
      join.onRef('mute.personId', '=', 'person.id').on('mute.mutedId', '=', comment.authorId ?? (0 as PersonId)),
    )
    .leftJoin('noticeOff', (join) => join.onRef('noticeOff.personId', '=', 'person.id').on('noticeOff.kind', '=', kind))
    .select([
      'person.id as personId',
      sql<NoticeKind>`cast(${kind} as text)`.as('kind'),
      whole(comment.id).as('commentId'),
    ])
    .select([whole(comment.articleId).as('articleId'), whole(at).as('at')])
    .distinct()
    .where('person.accountId', 'is not', null)
    .where('person.id', '!=', comment.authorId ?? (0 as PersonId))
    .where('noticeOff.at', 'is', null)
    .where('mute.at', 'is', null)
  return tx
    .change<Tables>()
    .insertInto('notification')
    .columns(['personId', 'kind', 'commentId', 'articleId', 'at'])
    .expression(recipients)
    .onConflict((c) => c.columns(['commentId', 'personId']).doNothing())
    .execute()
}

/** A bound number in a list of columns, where a database would not know its type. */
function whole<N extends number>(value: N) {
  return sql<N>`cast(${value} as bigint)`
}
