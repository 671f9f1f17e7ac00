import type { Writing } from '../../../store/index.ts'
import type { Comment, Wording } from '../comments/comment.ts'
import * as comments from '../comments/comments.ts'
import { type Placing, place } from '../comments/placing.ts'
import type { NewQuotation } from '../quotations/quotation.ts'
import * as quotations from '../quotations/quotations.ts'
import { commentsIn } from '../quotations/quoting.ts'
import type { NewRemoval } from '../states/decisions.ts'
import { addRemoval } from '../states/removals.ts'

/** A comment as another system had it: its words may be unknown, its author and time too. */
export interface ImportedComment extends Pick<Placing, 'articleId' | 'authorId' | 'language' | 'postedAt'> {
  parent: Comment | undefined
  wording: Wording | null
  /** What it said before it was edited, oldest first. */
  earlier?: readonly Wording[]
  editedAt: number | null
  quotations: readonly NewQuotation[]
  removal: NewRemoval | null
}

/** Places a comment after those already there. It notes nothing: an import notes one entry for all. */
export async function placeImported(tx: Writing, imported: ImportedComment): Promise<Comment> {
  const { articleId, parent, authorId, language, postedAt, wording, editedAt, removal } = imported
  const shown = removal ? null : wording
  const { comment } = await place(tx, {
    articleId,
    parent,
    authorId,
    language,
    state: removal ? 'removed' : 'stands',
    html: shown?.html ?? null,
    plain: shown?.plain ?? null,
    postedAt,
  })
  const wordings = [...(imported.earlier ?? []), ...(wording ? [wording] : [])]
  for (const [index, words] of wordings.entries()) {
    await comments.addRevision(tx, comment.id, index + 1, words, index === 0 ? postedAt : editedAt)
  }
  if (editedAt !== null) await comments.show(tx, comment.id, { editedAt })
  await quotations.add(tx, articleId, comment.id, imported.quotations)
  if (removal) await comments.show(tx, comment.id, { removalId: await addRemoval(tx, comment, removal) })
  else await quotations.countQuoter(tx, commentsIn(imported.quotations), 1)
  return comment
}

/** Adds what a placed comment quotes, once everything that it may quote has its place, too. */
export async function quoteImported(tx: Writing, comment: Comment, cited: readonly NewQuotation[]): Promise<void> {
  await quotations.add(tx, comment.articleId, comment.id, cited)
  if (comment.state === 'stands') await quotations.countQuoter(tx, commentsIn(cited), 1)
}
