import type { ExpressionBuilder } from 'kysely'
import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type ArticleId, editionForEach } from '../../articles/index.ts'
import { type DiscussionTables, ROOT, stands } from '../../discussion/index.ts'
import type { MuteTables, PersonTables } from '../../people/index.ts'
import type { ReachTables } from '../tables.ts'
import type { DueNotice, DueNotices } from './due-notice.ts'

type Tables = ReachTables & DiscussionTables & PersonTables & MuteTables

/** The first of those notices among some that a channel is still to tell, and the number of the others. */
export async function dueNotices(
  db: Reading,
  channel: string,
  ids: readonly number[],
  { language, atMost }: { language: Language; atMost: number },
): Promise<DueNotices> {
  const due = ids.length === 0 ? [] : await stillDue(db, channel, ids)
  const notices = due.length === 0 ? [] : await toldOf(db, due.slice(0, atMost), language)
  return { notices, more: due.length - notices.length }
}

/** Those that are wanted by a channel and that nobody has read, where what they tell of stands, concerns whom it concerned and is by nobody muted. */
async function stillDue(db: Reading, channel: string, ids: readonly number[]): Promise<number[]> {
  const rows = await db
    .look<Tables>()
    .selectFrom('notification')
    .innerJoin('comment', 'comment.id', 'notification.commentId')
    .leftJoin('mute', (join) =>
      join.onRef('mute.personId', '=', 'notification.personId').onRef('mute.mutedId', '=', 'comment.authorId'),
    )
    .leftJoin('noticeOff as off', (join) =>
      join.onRef('off.personId', '=', 'notification.personId').onRef('off.kind', '=', 'notification.kind'),
    )
    .leftJoin('noticeOffBy as offBy', (join) =>
      join
        .onRef('offBy.personId', '=', 'notification.personId')
        .onRef('offBy.kind', '=', 'notification.kind')
        .on('offBy.channel', '=', channel),
    )
    .select('notification.id')
    .where('notification.id', 'in', ids)
    .where('notification.readAt', 'is', null)
    .where(stands('comment'))
    .where('mute.at', 'is', null)
    .where('off.at', 'is', null)
    .where('offBy.at', 'is', null)
    .where(stillConcerns)
    .orderBy('notification.id')
    .execute()
  return rows.map(({ id }) => id)
}

async function toldOf(db: Reading, ids: readonly number[], language: Language): Promise<DueNotice[]> {
  const rows = await db
    .look<Tables>()
    .selectFrom('notification')
    .innerJoin('comment', 'comment.id', 'notification.commentId')
    .leftJoin('person', 'person.id', 'comment.authorId')
    .select(['notification.kind', 'notification.commentId', 'notification.articleId', 'comment.plain', 'person.name'])
    .where('notification.id', 'in', ids)
    .orderBy('notification.id')
    .execute()
  const editions = await editionForEach(db, [...new Set(rows.map((row) => row.articleId as ArticleId))], language)
  return rows.map(({ articleId, plain, ...notice }) => {
    const place = editions.get(articleId as ArticleId) ?? null
    return { ...notice, title: place?.title ?? '', place, plain: plain ?? '' }
  })
}

/** Whether the reason stands: a follow may have ended, and a mention or a quotation been edited away. Who wrote what is answered does not change. */
function stillConcerns(e: ExpressionBuilder<Tables, 'notification' | 'comment'>) {
  const mentions = e
    .selectFrom('mention')
    .select('mention.personId')
    .whereRef('mention.commentId', '=', 'notification.commentId')
    .whereRef('mention.personId', '=', 'notification.personId')
  const quotations = e
    .selectFrom('quotation')
    .innerJoin('comment as passage', 'passage.id', 'quotation.ofCommentId')
    .select('quotation.id')
    .whereRef('quotation.commentId', '=', 'notification.commentId')
    .whereRef('passage.authorId', '=', 'notification.personId')
  const follows = e
    .selectFrom('follow')
    .select('follow.at')
    .whereRef('follow.personId', '=', 'notification.personId')
    .whereRef('follow.articleId', '=', 'notification.articleId')
    .where((f) =>
      f.or([
        f('follow.commentId', '=', ROOT),
        f('follow.commentId', '=', f.ref('comment.rootId')),
        f('follow.commentId', '=', f.ref('notification.branchId')),
      ]),
    )
  return e.or([
    e('notification.kind', '=', 'reply'),
    e.and([e('notification.kind', '=', 'mention'), e.exists(mentions)]),
    e.and([e('notification.kind', '=', 'quotation'), e.exists(quotations)]),
    e.and([e('notification.kind', '=', 'follow'), e.or([e('notification.branchId', 'is', null), e.exists(follows)])]),
  ])
}
