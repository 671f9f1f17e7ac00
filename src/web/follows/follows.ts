import { paths } from '../../addresses/paths.ts'
import { isPublished } from '../../domain/articles/index.ts'
import {
  commentById,
  type Follow,
  type FollowCursor,
  follow,
  follows,
  followsOf,
  ROOT,
  standing,
  unfollow,
} from '../../domain/discussion/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import { commentIdIn, editionFor } from '../comments/index.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { nextOf } from '../http/next-path.ts'
import { personalList } from '../http/personal-list.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { mutedFor } from '../mutes/index.ts'
import { followPage } from './follow-page.ts'
import { followsPage } from './follows-page.ts'

/** What a person follows, the latest first, a page at a time, each with the button that ends it. */
export const show: Handler = async (ask) => {
  const { id } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const before = cursorFrom(ask.query('before'))
  const { shown, last } = await personalList(ask, language, (db, limit) => followsOf(db, id, before, limit))
  const muted = await mutedFor(ask, ask.web.store)
  const followed = shown.map(({ on, articleId, commentId, label, authorId, name, words }) => ({
    on,
    branch:
      commentId === ROOT
        ? null
        : { id: commentId, label: label ?? '', name, words, isMuted: authorId !== null && muted.has(authorId) },
    ending: {
      action: commentId === ROOT ? paths.followArticle(articleId) : paths.followBranch(commentId),
      key: freshKey(),
      next: paths.follows(language),
      hidden: { end: '1' },
    },
  }))
  const older = last ? `${paths.follows(language)}&before=${cursorOf(last)}` : null
  return page(followsPage(frame, { followed, older }, say))
}

function cursorOf({ at, articleId, commentId }: FollowCursor): string {
  return [at, articleId, commentId].join('.')
}

function cursorFrom(text: string | undefined): FollowCursor | undefined {
  const [, at, article, comment] = /^(\d{1,15})\.(\d+)\.(\d+)$/.exec(text ?? '') ?? []
  const articleId = idFrom<'article'>(article ?? '')
  return articleId && { at: Number(at), articleId, commentId: idFrom<'comment'>(comment ?? '') ?? ROOT }
}

/** Asks whether to follow an article's whole discussion, or to end that. */
export const ofArticle: Handler = async (ask) => formPage(ask, await articleIn(ask))
export const createOfArticle: Handler = async (ask) => create(ask, await articleIn(ask))

/** The same for a comment and all below it. */
export const ofBranch: Handler = async (ask) => formPage(ask, await branchIn(ask))
export const createOfBranch: Handler = async (ask) => create(ask, await branchIn(ask))

/** A place that can be followed: what it is, its address, and its number where it is a branch. */
interface FollowTarget extends Omit<Follow, 'personId'> {
  path: string
  label: string | null
}

async function articleIn(ask: Ask): Promise<FollowTarget> {
  await ask.person()
  const articleId = idFrom<'article'>(ask.param('article'))
  if (!articleId || !(await isPublished(ask.web.store, articleId))) throw new Trouble('missing', 'article.missing')
  return { articleId, commentId: ROOT, path: paths.followArticle(articleId), label: null }
}

async function branchIn(ask: Ask): Promise<FollowTarget> {
  await ask.person()
  const { id, articleId, label } = await followable(ask)
  return { articleId, commentId: id, path: paths.followBranch(id), label }
}

/** What is followed may be removed; ending that stays possible. */
async function followable(ask: Ask) {
  const id = commentIdIn(ask)
  const { store } = ask.web
  const comment = await commentById(store, id)
  const followed = comment && { personId: (await ask.person()).id, articleId: comment.articleId, commentId: id }
  return followed && (await follows(store, followed)) ? comment : standing(store, id)
}

async function create(ask: Ask, { articleId, commentId }: FollowTarget): Promise<Response> {
  const by = await ask.person()
  const edition = await editionFor(ask, ask.web.store, articleId)
  const { language, slug } = edition
  const ends = ask.form.has('end')
  const location = commentId ? paths.comment(commentId, language) : paths.article(language, slug)
  return submitAnew(ask, by, [String(ends)], async (tx) => {
    const followed = { personId: by.id, articleId, commentId }
    if (ends) await unfollow(tx, followed)
    else await follow(tx, followed, ask.at)
    return { location: nextOf(ask) ?? (commentId ? location : `${location}#discussion`) }
  })
}

async function formPage(ask: Ask, { path, label, articleId, commentId }: FollowTarget): Promise<Response> {
  const { id: personId } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const isFollowed = await follows(ask.web.store, { personId, articleId, commentId })
  const { language, slug, title } = await editionFor(ask, ask.web.store, articleId)
  const sending = { action: path, key: freshKey(), ...(isFollowed && { hidden: { end: '1' } }) }
  const article = { title, path: paths.article(language, slug) }
  return page(followPage(frame, { sending, isFollowed, label, article }, say))
}
