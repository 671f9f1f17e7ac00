import type { Writing } from '../../../store/index.ts'
import { standsIn } from '../../../text/fold.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { commentQuoted, quotationChanged, quotationsChanged } from '../events.ts'
import * as quotations from './quotations.ts'

interface InArticle {
  articleId: ArticleId
}

/** Says of quoted comments that one more quotes them, or one less. */
export async function tellQuoted(
  tx: Writing,
  { articleId }: InArticle,
  quoted: readonly CommentId[],
  by: 1 | -1,
  at: number,
): Promise<void> {
  await quotations.countQuoter(tx, quoted, by)
  for (const about of quoted) tx.note(commentQuoted, { about, articleId, at })
}

/** Says of what many comments quote that so many more do, or so many less. */
export async function tellQuotedByMany(
  tx: Writing,
  quoted: Awaited<ReturnType<typeof quotations.quotedInMany>>,
  by: 1 | -1,
  at: number,
): Promise<void> {
  const each = Map.groupBy(quoted, ({ ofCommentId }) => ofCommentId)
  for (const [count, those] of Map.groupBy(each, ([, quoters]) => quoters.length))
    await quotations.countQuoter(
      tx,
      those.map(([id]) => id),
      by * count,
    )
  for (const [about, [first]] of each) tx.note(commentQuoted, { about, articleId: first!.articleId, at })
}

/** Sees whether what is quoted of a passage still stands in its new words. */
export async function recheckQuoters(
  tx: Writing,
  where: InArticle,
  passage: quotations.Passage,
  plain: string,
  at: number,
): Promise<void> {
  await quotations.recheck(tx, passage, standsIn(plain))
  await tellQuoters(tx, where, passage, at)
}

/** Where more quote a passage, open pages look themselves how their quotations stand. */
const MOST_TOLD = 100

/** Says of those who quote a passage that it is otherwise than before. */
export async function tellQuoters(
  tx: Writing,
  { articleId }: InArticle,
  passage: quotations.Passage,
  at: number,
): Promise<void> {
  const quoters = await quotations.quotersOf(tx, passage, MOST_TOLD + 1)
  if (quoters.length > MOST_TOLD) tx.note(quotationsChanged, { articleId, at })
  else for (const about of quoters) tx.note(quotationChanged, { about, articleId, at })
}

/** Says the same of all who quote any of these comments. */
export async function tellQuotersOf(tx: Writing, ids: readonly CommentId[], at: number): Promise<void> {
  const quoters = await quotations.quotersOfMany(tx, ids, MOST_TOLD + 1)
  const articles = new Set(quoters.map(({ articleId }) => articleId))
  if (quoters.length > MOST_TOLD) for (const articleId of articles) tx.note(quotationsChanged, { articleId, at })
  else for (const { commentId: about, articleId } of quoters) tx.note(quotationChanged, { about, articleId, at })
}
