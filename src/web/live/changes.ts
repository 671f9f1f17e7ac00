import { articleById, bylineRoles, editionIn } from '../../domain/articles/index.ts'
import {
  COMMENT_EVENTS,
  type CommentId,
  commentPosted,
  discussionOf,
  filled,
  type ShownComment,
  shownRows,
} from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/early.ts'
import type { Language } from '../../kit/language.ts'
import { sentencesIn } from '../../kit/sentences.ts'
import { type Entry, oneOf, type Reading } from '../../store/index.ts'
import { actingContext, entryHtml, type RenderContext } from '../comments/index.ts'
import type { LiveContext } from './live-context.ts'

export type ArticleId = Parameters<typeof discussionOf>[1]

/** One entry of a discussion as it stands now. */
export interface Change {
  kind: 'comment' | 'changed'
  id: number
  parentId: number
  rootId: number
  ordinal: number
  label: string
  /** Who wrote it, or that it is removed, as those who answer it say. */
  name: string
  html: string
}

/** What changed in a discussion: the present state of every comment that the news is about, so that removed words are in none of it. */
export interface Changes {
  /** The sentence that counts the discussion. */
  count: string
  changes: Change[]
}

/** Undefined when the news is about none of its comments. */
export async function changesOf(
  web: Pick<LiveContext, 'store' | 'frames'>,
  articleId: ArticleId,
  language: Language,
  news: readonly Entry[],
): Promise<Changes | undefined> {
  const ids = new Set(news.filter(isOfComment).map(({ about }) => about as CommentId))
  if (ids.size === 0) return
  const posted = new Set(news.filter(commentPosted.is).map(({ about }) => about))
  const frame = (await web.frames.in(language))!
  return web.store.read(async (db) => {
    const say = sentencesIn(language)
    const comments = await filled(db, await shownRows(db, [...ids]))
    const parents = await parentsOf(db, comments)
    const near = await appearedAt(db, articleId, language)
    const [rules, roles] = [await rulesIn(db, language), await bylineRoles(db, articleId)]
    const context = actingContext(frame, { near, rules, roles }, say)
    const count = say('discussion.count', { count: (await discussionOf(db, articleId))?.visible ?? 0 })
    const changes = comments.map((comment) =>
      changeTo(comment, parents.get(comment.parentId), posted.has(comment.id), context),
    )
    return { count, changes }
  })
}

function changeTo(
  comment: ShownComment,
  parent: ShownComment | undefined,
  isNew: boolean,
  context: RenderContext,
): Change {
  const { id, parentId, rootId, ordinal, label } = comment
  const name = nameOf(comment, context)
  const html = String(entryHtml(comment, context, { parent: parent ?? null }))
  return { kind: isNew ? 'comment' : 'changed', id, parentId, rootId, ordinal, label, name, html }
}

function nameOf({ tombstone, author }: ShownComment, { say }: RenderContext): string {
  return tombstone ? say('comment.removed-short') : (author?.name ?? say('comment.nobody'))
}

async function parentsOf(db: Reading, comments: readonly ShownComment[]): Promise<Map<number, ShownComment>> {
  const ids = new Set(comments.flatMap(({ parentId }) => (parentId ? [parentId as CommentId] : [])))
  const parents = ids.size > 0 ? await filled(db, await shownRows(db, [...ids])) : []
  return new Map(parents.map((parent) => [parent.id, parent]))
}

/** When the page's words appeared, in whose year comments leave theirs out. */
async function appearedAt(db: Reading, articleId: ArticleId, language: Language) {
  const edition = await editionIn(db, articleId, language)
  return edition?.publishedAt ?? (await articleById(db, articleId))?.publishedAt ?? undefined
}

const isOfComment = oneOf(COMMENT_EVENTS)
