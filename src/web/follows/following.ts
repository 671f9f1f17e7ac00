import { paths } from '../../addresses/paths.ts'
import { type ArticleId, isPublished } from '../../domain/articles/index.ts'
import {
  type CommentId,
  commentById,
  type Follow,
  follow,
  follows,
  ROOT,
  standing,
  unfollow,
} from '../../domain/discussion/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { ARTICLE, COMMENT, editionFor } from '../comments/index.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag, nextPath } from '../http/shapes.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { followPage } from './follow-page.ts'

const WISH = { end: flag, next: nextPath }

/** Asks whether to follow an article's whole discussion, or to end that. */
export const ofArticle = taking({ params: ARTICLE }, async (ask, { article }) =>
  formPage(ask, await articleIn(ask, article)),
)
export const createOfArticle = taking({ params: ARTICLE, form: WISH }, async (ask, { article, ...wish }) =>
  create(ask, await articleIn(ask, article), wish),
)

/** The same for a comment and all below it. */
export const ofBranch = taking({ params: COMMENT }, async (ask, { comment }) =>
  formPage(ask, await branchIn(ask, comment)),
)
export const createOfBranch = taking({ params: COMMENT, form: WISH }, async (ask, { comment, ...wish }) =>
  create(ask, await branchIn(ask, comment), wish),
)

/** A place that can be followed: what it is, its address, and its number where it is a branch. */
interface FollowTarget extends Omit<Follow, 'personId'> {
  path: string
  label: string | null
}

async function articleIn(ask: Ask, articleId: ArticleId): Promise<FollowTarget> {
  if (!(await isPublished(ask.store, articleId))) throw new Trouble('missing', 'article.missing')
  return { articleId, commentId: ROOT, path: paths.followArticle(articleId), label: null }
}

async function branchIn(ask: Ask, comment: CommentId): Promise<FollowTarget> {
  const { id, articleId, label } = await followable(ask, comment)
  return { articleId, commentId: id, path: paths.followBranch(id), label }
}

/** What is followed may be removed; ending that stays possible. */
async function followable(ask: Ask, id: CommentId) {
  const { store } = ask
  const comment = await commentById(store, id)
  const followed = comment && { personId: (await ask.person()).id, articleId: comment.articleId, commentId: id }
  return followed && (await follows(store, followed)) ? comment : standing(store, id)
}

interface Wish {
  end: boolean
  next: string | undefined
}

async function create(ask: Ask, { articleId, commentId }: FollowTarget, { end: ends, next }: Wish): Promise<Response> {
  const by = await ask.person()
  const edition = await editionFor(ask, ask.store, articleId)
  const { language, slug } = edition
  const location = commentId ? paths.comment(commentId, language) : paths.article(language, slug)
  return submitAnew(ask, by, [String(ends)], async (tx) => {
    const followed = { personId: by.id, articleId, commentId }
    if (ends) await unfollow(tx, followed)
    else await follow(tx, followed, ask.at)
    return { location: next ?? (commentId ? location : `${location}#discussion`) }
  })
}

async function formPage(ask: Ask, { path, label, articleId, commentId }: FollowTarget): Promise<Response> {
  const { id: personId } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const isFollowed = await follows(ask.store, { personId, articleId, commentId })
  const { language, slug, title } = await editionFor(ask, ask.store, articleId)
  const sending = { action: path, key: freshKey(), ...(isFollowed && { hidden: { end: '1' } }) }
  const article = { title, path: paths.article(language, slug) }
  return page(followPage(frame, { sending, isFollowed, label, article }, say))
}
