import { articleById } from '../domain/articles/index.ts'
import { type Follow, follow, follows, ROOT, standing, unfollow } from '../domain/discussion/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Trouble } from '../kit/trouble.ts'
import { page } from './answers.ts'
import type { Ask, Handler } from './ask.ts'
import { followPage } from './pages/follow-page.ts'
import { paths } from './paths.ts'
import { commentIdIn, editionFor } from './permalink.ts'
import { freshKey, sentOnce } from './sending.ts'

/** Asks whether to follow an article's whole discussion, or to end that. */
export const ofArticle: Handler = async (ask) => formPage(ask, await articleIn(ask))
export const createOfArticle: Handler = async (ask) => create(ask, await articleIn(ask))

/** The same for a comment and all below it. */
export const ofBranch: Handler = async (ask) => formPage(ask, await branchIn(ask))
export const createOfBranch: Handler = async (ask) => create(ask, await branchIn(ask))

/** A place that can be followed: what it is, its address, and its number where it is a branch. */
interface Place extends Omit<Follow, 'personId'> {
  path: string
  label: string | null
}

async function articleIn(ask: Ask): Promise<Place> {
  await ask.person()
  const articleId = idFrom<'article'>(ask.param('article'))
  if (!articleId || !(await articleById(ask.web.store, articleId))) throw new Trouble('missing', 'article.missing')
  return { articleId, commentId: ROOT, path: paths.followArticle(articleId), label: null }
}

async function branchIn(ask: Ask): Promise<Place> {
  await ask.person()
  const { id, articleId, label } = await standing(ask.web.store, commentIdIn(ask))
  return { articleId, commentId: id, path: paths.followBranch(id), label }
}

async function create(ask: Ask, { articleId, commentId }: Place): Promise<Response> {
  const by = await ask.person()
  const edition = await editionFor(ask, ask.web.store, articleId)
  const { language, slug } = edition
  const ends = ask.form.has('end')
  const location = commentId ? `${paths.comment(commentId)}?language=${language}` : paths.article(language, slug)
  return sentOnce(ask, by, [String(ends)], async (tx) => {
    const followed = { personId: by.id, articleId, commentId }
    if (ends) await unfollow(tx, followed)
    else await follow(tx, followed, ask.at)
    return { status: 303, location: commentId ? location : `${location}#discussion` }
  })
}

async function formPage(ask: Ask, { path, label, articleId, commentId }: Place): Promise<Response> {
  const { id: personId } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const isFollowed = await follows(ask.web.store, { personId, articleId, commentId })
  const { language, slug, title } = await editionFor(ask, ask.web.store, articleId)
  const sending = { action: path, key: freshKey(), ...(isFollowed && { hidden: { end: '1' } }) }
  const article = { title, path: paths.article(language, slug) }
  return page(followPage(frame, { sending, isFollowed, label, article }, say))
}
