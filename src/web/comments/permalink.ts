import { paths } from '../../addresses/paths.ts'
import { editionsOf } from '../../domain/articles/index.ts'
import { type CommentId, commentById, pageOfComment } from '../../domain/discussion/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import { seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { taking } from '../http/taking.ts'
import { COMMENT } from './named.ts'

/** Leads to a comment in its place, in the reader's language where there is such an edition. */
export const show = taking({ params: COMMENT }, async (ask, { comment }) => {
  return seeOther(await placeOf(ask, comment), { vary: 'Accept-Language' })
})

/** The address of the page on which a comment stands, and its place there. */
export async function placeOf(ask: Ask, id: CommentId): Promise<string> {
  const page = await ask.store.read((db) => pageOfComment(db, id))
  if (!page) throw new Trouble('missing', 'comment.missing')
  const { language, slug } = await editionFor(ask, ask.store, page.articleId)
  return `${paths.part(paths.article(language, slug), page)}#c-${id}`
}

/** The edition of an article that suits the reader: in the language asked for, or else the first. */
export async function editionFor(ask: Ask, db: Reading, articleId: Parameters<typeof editionsOf>[1]) {
  const language = await ask.language()
  const editions = await editionsOf(db, articleId)
  const edition = editions.find((one) => one.language === language) ?? editions[0]
  if (!edition) throw new Trouble('missing', 'article.missing')
  return edition
}

/** A comment, with the edition of its article that suits the reader. */
export async function commentIn(ask: Ask, id: CommentId) {
  const comment = await commentById(ask.store, id)
  if (!comment) throw new Trouble('missing', 'comment.missing')
  return { comment, edition: await editionFor(ask, ask.store, comment.articleId) }
}
