import { paths } from '../../addresses/paths.ts'
import { editionsOf } from '../../domain/articles/index.ts'
import { commentById, pageOfComment } from '../../domain/discussion/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import { seeOther } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'

/** Leads to a comment in its place, in the reader's language where there is such an edition. */
export const show: Handler = async (ask) => {
  return seeOther(await placeOf(ask, commentIdIn(ask)), { vary: 'Accept-Language' })
}

export function commentIdIn(ask: Ask) {
  const id = idFrom<'comment'>(ask.param('comment'))
  if (!id) throw new Trouble('missing', 'comment.missing')
  return id
}

/** The address of the page on which a comment stands, and its place there. */
export async function placeOf(ask: Ask, id: ReturnType<typeof commentIdIn>): Promise<string> {
  const page = await ask.web.store.read((db) => pageOfComment(db, id))
  if (!page) throw new Trouble('missing', 'comment.missing')
  const { language, slug } = await editionFor(ask, ask.web.store, page.articleId)
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

/** The comment that an address names, with the edition of its article that suits the reader. */
export async function commentIn(ask: Ask) {
  const comment = await commentById(ask.web.store, commentIdIn(ask))
  if (!comment) throw new Trouble('missing', 'comment.missing')
  return { comment, edition: await editionFor(ask, ask.web.store, comment.articleId) }
}
