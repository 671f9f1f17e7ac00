import { paths } from '../../addresses/paths.ts'
import { type ArticleId, mustBePublished } from '../../domain/articles/index.ts'
import { type CommentId, commentById, type Mark, ROOT, standing } from '../../domain/discussion/index.ts'
import { ARTICLE, COMMENT, editionFor } from '../comments/index.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag, nextPath } from '../http/shapes.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { MarkKind } from './mark-kind.ts'
import { markingPage } from './marking-page.ts'

const WISH = { end: flag, next: nextPath }

/** Asks whether to mark an article or a comment so, or to end that, and does it. */
export function marking(kind: MarkKind) {
  return {
    ofArticle: taking({ params: ARTICLE }, async (ask, { article }) =>
      formPage(ask, kind, await articleIn(ask, kind, article)),
    ),
    createOfArticle: taking({ params: ARTICLE, form: WISH }, async (ask, { article, ...wish }) =>
      create(ask, kind, await articleIn(ask, kind, article), wish),
    ),
    ofComment: taking({ params: COMMENT }, async (ask, { comment }) =>
      formPage(ask, kind, await commentIn(ask, kind, comment)),
    ),
    createOfComment: taking({ params: COMMENT, form: WISH }, async (ask, { comment, ...wish }) =>
      create(ask, kind, await commentIn(ask, kind, comment), wish),
    ),
  }
}

/** What can be marked: what it is, its address, and its number where it is a comment. */
interface MarkTarget extends Omit<Mark, 'personId'> {
  path: string
  label: string | null
}

async function articleIn(ask: Ask, { ofArticle }: MarkKind, articleId: ArticleId): Promise<MarkTarget> {
  await mustBePublished(ask.store, articleId)
  return { articleId, commentId: ROOT, path: ofArticle(articleId), label: null }
}

async function commentIn(ask: Ask, kind: MarkKind, comment: CommentId): Promise<MarkTarget> {
  const { id, articleId, label } = await markable(ask, kind, comment)
  return { articleId, commentId: id, path: kind.ofComment(id), label }
}

/** What is marked may be removed; ending that stays possible. */
async function markable(ask: Ask, { marks }: MarkKind, id: CommentId) {
  const { store } = ask
  const comment = await commentById(store, id)
  const mark = comment && { personId: (await ask.person()).id, articleId: comment.articleId, commentId: id }
  return mark && (await marks.isMarked(store, mark)) ? comment : standing(store, id)
}

interface Wish {
  end: boolean
  next: string | undefined
}

async function create(ask: Ask, { marks, part }: MarkKind, target: MarkTarget, { end: ends, next }: Wish) {
  const { articleId, commentId } = target
  const by = await ask.person()
  const { language, slug } = await editionFor(ask, ask.store, articleId)
  const location = commentId ? paths.comment(commentId, language) : paths.article(language, slug) + part
  return submitAnew(ask, by, [String(ends)], async (tx) => {
    const mark = { personId: by.id, articleId, commentId }
    if (ends) await marks.unmark(tx, mark)
    else await marks.mark(tx, mark, ask.at)
    return { location: next ?? location }
  })
}

async function formPage(ask: Ask, kind: MarkKind, { path, label, articleId, commentId }: MarkTarget) {
  const { id: personId } = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const isMarked = await kind.marks.isMarked(ask.store, { personId, articleId, commentId })
  const { language, slug, title } = await editionFor(ask, ask.store, articleId)
  const sending = { action: path, key: freshKey(), ...(isMarked && { hidden: { end: '1' } }) }
  const article = { title, path: paths.article(language, slug) }
  return page(markingPage(frame, kind, { sending, isMarked, label, article }, say))
}
