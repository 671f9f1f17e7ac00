import { paths } from '../../addresses/paths.ts'
import { type ArticleId, isPublished } from '../../domain/articles/index.ts'
import {
  type CommentId,
  commentById,
  isSaved,
  ROOT,
  type Saved,
  save,
  standing,
  unsave,
} from '../../domain/discussion/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { ARTICLE, COMMENT, editionFor } from '../comments/index.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag, nextPath } from '../http/shapes.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { savePage } from './save-page.ts'

const WISH = { end: flag, next: nextPath }

/** Asks whether to keep an article, or to let it go. */
export const ofArticle = taking({ params: ARTICLE }, async (ask, { article }) =>
  formPage(ask, await articleIn(ask, article)),
)
export const createOfArticle = taking({ params: ARTICLE, form: WISH }, async (ask, { article, ...wish }) =>
  create(ask, await articleIn(ask, article), wish),
)

/** The same for a comment. */
export const ofComment = taking({ params: COMMENT }, async (ask, { comment }) =>
  formPage(ask, await commentIn(ask, comment)),
)
export const createOfComment = taking({ params: COMMENT, form: WISH }, async (ask, { comment, ...wish }) =>
  create(ask, await commentIn(ask, comment), wish),
)

interface SaveTarget extends Omit<Saved, 'personId'> {
  path: string
  label: string | null
}

async function articleIn(ask: Ask, articleId: ArticleId): Promise<SaveTarget> {
  if (!(await isPublished(ask.store, articleId))) throw new Trouble('missing', 'article.missing')
  return { articleId, commentId: ROOT, path: paths.saveArticle(articleId), label: null }
}

async function commentIn(ask: Ask, comment: CommentId): Promise<SaveTarget> {
  const { id, articleId, label } = await saveable(ask, comment)
  return { articleId, commentId: id, path: paths.saveComment(id), label }
}

/** What was saved may be removed; letting it go stays possible. */
async function saveable(ask: Ask, id: CommentId) {
  const comment = await commentById(ask.store, id)
  const kept = comment && { personId: (await ask.person()).id, articleId: comment.articleId, commentId: id }
  return kept && (await isSaved(ask.store, kept)) ? comment : standing(ask.store, id)
}

interface Wish {
  end: boolean
  next: string | undefined
}

async function create(ask: Ask, { articleId, commentId }: SaveTarget, { end, next }: Wish): Promise<Response> {
  const by = await ask.person()
  const { language, slug } = await editionFor(ask, ask.store, articleId)
  const location = commentId ? paths.comment(commentId, language) : paths.article(language, slug)
  return submitAnew(ask, by, [String(end)], async (tx) => {
    const saved = { personId: by.id, articleId, commentId }
    if (end) await unsave(tx, saved)
    else await save(tx, saved, ask.at)
    return { location: next ?? location }
  })
}

async function formPage(ask: Ask, { path, label, articleId, commentId }: SaveTarget): Promise<Response> {
  const { id: personId } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const kept = await isSaved(ask.store, { personId, articleId, commentId })
  const { language, slug, title } = await editionFor(ask, ask.store, articleId)
  const sending = { action: path, key: freshKey(), ...(kept && { hidden: { end: '1' } }) }
  const article = { title, path: paths.article(language, slug) }
  return page(savePage(frame, { sending, isSaved: kept, label, article }, say))
}
