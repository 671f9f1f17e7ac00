import { paths } from '../../../addresses/paths.ts'
import {
  articleById,
  deleteArticle,
  deletedArticles,
  deletionOf,
  editionsAtDesk,
  latestRevision,
  restoreArticle,
  UNDONE_WITHIN_MS,
} from '../../../domain/articles/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import { id, textOrNone } from '../../http/shapes.ts'
import { freshKey, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { deletedPage, deletionPage } from './deletion-page.ts'

const ARTICLE = { article: id<'article'>('article.missing') }

/** Asks before an article is deleted. */
export const form = taking({ params: ARTICLE }, async (ask, { article: articleId }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const editions = await ask.store.read(async (db) => {
    if (!(await articleById(db, articleId))) throw new Trouble('missing', 'article.missing')
    if (await deletionOf(db, articleId)) throw new Trouble('gone', 'article.is-deleted')
    const all = await editionsAtDesk(db, articleId)
    return Promise.all(all.map(async (one) => ({ ...one, title: (await latestRevision(db, one.id))?.title ?? '' })))
  })
  const sending = { action: paths.deskDeletion(articleId), key: freshKey() }
  return page(deletionPage(frame, { editions, sending }, say))
})

/** Takes an article from sight in every language, and from the desk; for a while it can come back. */
export const create = taking({ params: ARTICLE }, async (ask, { article: articleId }) => {
  const by = await ask.person()
  const location = paths.deskDeleted(await ask.language(), 'deleted')
  return submitAnew(ask, by, [], async (tx) => {
    await deleteArticle(tx, { articleId, by, at: ask.at })
    return { location }
  })
})

/** Lets a deleted article be what it was. */
export const restore = taking({ params: ARTICLE }, async (ask, { article: articleId }) => {
  const by = await ask.person()
  const location = paths.deskDeleted(await ask.language(), 'returned')
  return submitAnew(ask, by, [], async (tx) => {
    await restoreArticle(tx, { articleId, by, at: ask.at })
    return { location }
  })
})

const MOST_SHOWN = 100
const DONE = ['deleted', 'returned'] as const

/** What was deleted and can come back. */
export const list = taking(
  { query: { done: textOrNone.transform((sent) => DONE.find((one) => one === sent)) } },
  async (ask, { done }) => {
    const [frame, say] = [await ask.frame(), await ask.say()]
    const articles = await deletedArticles(ask.store, MOST_SHOWN)
    const rows = articles.map((one) => ({
      ...one,
      until: one.at + UNDONE_WITHIN_MS,
      restoration: { action: paths.deskArticleRestoration(one.articleId), key: freshKey() },
    }))
    return page(deletedPage(frame, { articles: rows, done: done ?? null }, say))
  },
)
