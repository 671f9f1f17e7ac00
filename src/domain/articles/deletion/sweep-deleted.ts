import type { Sweep, Writing } from '../../../store/index.ts'
import type { ArticleId } from '../article.ts'
import type { ArticleTables } from '../tables.ts'
import { UNDONE_WITHIN_MS } from './deletion.ts'

/** One after the other: each has many rows. */
const AT_ONCE = 1

/** Takes the words of articles away whose deletion can be undone no more; their addresses go on saying that they were withdrawn. */
export const sweepDeleted: Sweep = async (tx, now) => {
  const due = await tx
    .look<ArticleTables>()
    .selectFrom('deletion')
    .select('articleId')
    .where('sweptAt', 'is', null)
    .where('at', '<', now - UNDONE_WITHIN_MS)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  for (const { articleId } of due) await sweepOne(tx, articleId, now)
  return due.length === AT_ONCE
}

async function sweepOne(tx: Writing, articleId: ArticleId, now: number) {
  const change = tx.change<ArticleTables>()
  const editions = tx.look<ArticleTables>().selectFrom('edition').select('id').where('articleId', '=', articleId)
  await change
    .updateTable('edition')
    .set({ revisionId: null, latestId: null, takenOffAt: null, embargoUntil: null })
    .where('articleId', '=', articleId)
    .execute()
  for (const table of [
    'shownRevision',
    'revision',
    'workingCopy',
    'sharing',
    'marginNote',
    'draftLink',
    'retraction',
  ] as const)
    await change.deleteFrom(table).where('editionId', 'in', editions).execute()
  const bylines = tx.look<ArticleTables>().selectFrom('byline').select('id').where('articleId', '=', articleId)
  await change.deleteFrom('bylineWords').where('bylineId', 'in', bylines).execute()
  for (const table of ['byline', 'articleTag', 'relatedArticle', 'articlePicture'] as const)
    await change.deleteFrom(table).where('articleId', '=', articleId).execute()
  await change.deleteFrom('relatedArticle').where('relatedId', '=', articleId).execute()
  await change.updateTable('article').set({ pictureId: null, sectionId: null }).where('id', '=', articleId).execute()
  await change.updateTable('deletion').set({ states: '[]', sweptAt: now }).where('articleId', '=', articleId).execute()
}
