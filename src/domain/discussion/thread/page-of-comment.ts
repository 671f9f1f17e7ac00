import type { Reading } from '../../../store/index.ts'
import { type Comment, type CommentId, ROOT } from '../comments/comment.ts'
import { byId } from '../comments/comments.ts'
import { PAGE_SIZE } from './replies-page.ts'
import { type Branch, type PageRequest, threadPage } from './thread-page.ts'

const BEFORE = 5

/** The page on which a comment stands: the discussion's own where it is among what that shows, else its neighbours under their parent. */
export async function pageOfComment(db: Reading, id: CommentId): Promise<PageRequest | undefined> {
  const comment = await byId(db, id)
  if (!comment) return
  const root = comment.rootId === id ? comment : await byId(db, comment.rootId)
  const page = { articleId: comment.articleId, under: ROOT, after: pageBefore(root!.ordinal) } as const
  const window = await threadPage(db, page)
  if (window?.branches.some((branch) => holds(branch, id))) return page
  return besides(comment)
}

function pageBefore(ordinal: number) {
  return Math.floor((ordinal - 1) / PAGE_SIZE) * PAGE_SIZE
}

function besides({ articleId, parentId, ordinal }: Comment): PageRequest {
  return { articleId, under: parentId, after: Math.max(0, ordinal - 1 - BEFORE) }
}

function holds({ comment, replies }: Branch, id: CommentId): boolean {
  return comment.id === id || replies.some((reply) => holds(reply, id))
}
