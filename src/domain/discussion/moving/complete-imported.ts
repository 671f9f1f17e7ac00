import { type ExportedRow, type Refuse, rowsWhere, type Writing } from '../../../store/index.ts'
import { readComment } from '../../../text/comment-forms.ts'
import type { ArticleId } from '../../articles/index.ts'
import { ROOT } from '../comments/comment.ts'
import { lockDiscussion } from '../comments/comments.ts'
import { labelUnder } from '../comments/label.ts'
import { peopleNamed } from '../comments/mentions.ts'
import { NO_REACTIONS } from '../reactions/reaction.ts'

/** Gives comments of an export their place in the tree; a parent must have arrived before its replies. */
export async function completeComments(
  tx: Writing,
  rows: readonly ExportedRow[],
  refuse: Refuse,
): Promise<ExportedRow[]> {
  for (const articleId of new Set(rows.map((row) => row.articleId))) await lockDiscussion(tx, articleId as ArticleId)
  const columns = ['id', 'articleId', 'rootId', 'depth', 'ordinal', 'label']
  const earlier = rows.map(({ parentId }) => Number(parentId)).filter((id) => id !== ROOT && id < Number(rows[0]!.id))
  const parents = await rowsWhere(tx, 'comment', 'id', [...new Set(earlier)], columns)
  const known = new Map(parents.map((parent) => [parent.id, parent]))
  return rows.map((row) => {
    const placed = { ...row, ...(row.parentId === ROOT ? placeOfRoot(row) : placeUnder(known.get(row.parentId!))) }
    known.set(row.id!, placed)
    return {
      ...placed,
      state: 'stands',
      removalId: null,
      html: null,
      plain: null,
      replies: 0,
      nextReply: 1,
      descendants: 0,
      quotedBy: 0,
      quoters: '',
      ...NO_REACTIONS,
      best: 0,
      lastActivityAt: row.postedAt!,
    }

    function placeUnder(parent: ExportedRow | undefined) {
      if (!parent) return refuse(row, `its parent ${row.parentId} does not stand above it`)
      if (parent.articleId !== row.articleId)
        return refuse(row, `its parent ${row.parentId} belongs to another article`)
      if (parent.ordinal === null) return refuse(row, `its parent ${row.parentId} was never let in`)
      const label = row.ordinal === null ? '' : labelUnder(String(parent.label), Number(row.ordinal))
      return { rootId: parent.rootId!, depth: Number(parent.depth) + 1, label }
    }
  })
}

function placeOfRoot({ id, ordinal = null }: ExportedRow) {
  return { rootId: id!, depth: 1, label: ordinal === null ? '' : labelUnder(null, Number(ordinal)) }
}

/** Gives rows about comments the article that their comment belongs to. */
export async function withArticles(tx: Writing, rows: readonly ExportedRow[]): Promise<ExportedRow[]> {
  const ids = rows.map(({ commentId }) => Number(commentId))
  const comments = await rowsWhere(tx, 'comment', 'id', ids, ['id', 'articleId'])
  const articles = new Map(comments.map(({ id, articleId }) => [id, articleId!]))
  return rows.map((row) => ({ ...row, articleId: articles.get(row.commentId!)! }))
}

/** Mentions link to those who bear the names where the words arrive. */
export async function completeRevisions(tx: Writing, rows: readonly ExportedRow[]): Promise<ExportedRow[]> {
  const read = rows.map(({ words }) => readComment(String(words)))
  const mentioned = await peopleNamed(
    tx,
    read.flatMap(({ names }) => names),
  )
  return rows.map((row, at) => ({ ...row, ...read[at]!.forms(mentioned) }))
}
