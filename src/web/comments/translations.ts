import { paths } from '../../addresses/paths.ts'
import type { ArticleId } from '../../domain/articles/index.ts'
import { type CommentId, filled, shownRows } from '../../domain/discussion/index.ts'
import { inOtherLanguages, type Readership } from '../../domain/translation/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { json, page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { idOrNone, ids } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { wantsJson } from '../http/troubles.ts'
import type { Wrong } from '../http/wrong.ts'
import { ARTICLE } from './named.ts'
import { editionFor } from './permalink.ts'
import { readershipOf } from './readership.ts'
import { besideEditions, translatedBeneath, translatedHtml } from './translated.ts'
import { contextOf, type Given, translatedFor, unlisted } from './translation.ts'
import { translationsPage } from './translations-page.ts'

/** So many comments are translated at a time. */
const AT_ONCE = 20
const AFTER = { after: idOrNone<'comment'>() }

/** What of a discussion is in languages that its reader does not understand, some comments at a time. */
export const show = taking({ params: ARTICLE, query: AFTER }, (ask, { article, after }, given: Given) =>
  shown(ask, article, after, given),
)

/** Has some comments translated: those that are named, or else the next of the discussion that its reader does not understand. */
export const create = taking(
  { params: ARTICLE, form: { ...AFTER, comments: ids<'comment'>(AT_ONCE) } },
  async (ask, { article, after, comments }, given: Given) => {
    const reader = await readershipOf(ask)
    const named = comments.length > 0 ? comments : await nextOf(ask, article, after, reader)
    const { read, cause } = await translatedFor(ask, named, reader, given)
    if (!wantsJson(ask)) return seeOther(paths.commentTranslations(article, await ask.language(), after))
    const [context, rows] = [await contextOf(ask), await filled(ask.store, await shownRows(ask.store, named))]
    const beside = await besideEditions(ask.store, rows, read, reader)
    const translations = rows.flatMap((comment) => {
      const html = translatedHtml(comment, beside, context)
      return html ? [{ id: comment.id, html: String(html) }] : []
    })
    return json({ translations, said: cause })
  },
  (ask, { article, after }, given, wrong) => shown(ask, article, idFrom<'comment'>(after), given, wrong),
)

function nextOf({ store }: Ask, articleId: ArticleId, after: CommentId | undefined, { into, reads }: Readership) {
  return inOtherLanguages(store, articleId, { languages: [into, ...reads], after: after ?? 0, limit: AT_ONCE })
}

async function shown(
  ask: Ask,
  articleId: ArticleId,
  after: CommentId | undefined,
  { commentTranslator }: Given,
  wrong?: Wrong,
): Promise<Response> {
  const [frame, say, reader] = [await ask.frame(), await ask.say(), await readershipOf(ask)]
  const edition = await editionFor(ask, ask.store, articleId)
  const named = await nextOf(ask, articleId, after, reader)
  const [context, rows] = [await contextOf(ask), await filled(ask.store, await shownRows(ask.store, named))]
  const read = await commentTranslator?.kept(named, reader)
  const beside = read && (await besideEditions(ask.store, rows, read, reader))
  const comments = rows
    .toSorted((a, b) => a.id - b.id)
    .map((comment) => ({ comment, translated: beside ? translatedBeneath(comment, beside, context) : null }))
  const isMissing = commentTranslator && comments.some(({ translated }) => translated === null)
  const hidden: Record<string, string> = after ? { after: String(after) } : {}
  const data = {
    article: { title: edition.title, path: paths.article(edition.language, edition.slug) },
    reads: reader.reads,
    comments,
    context,
    sending: isMissing ? { action: paths.commentTranslations(articleId), key: freshKey(), hidden } : null,
    further: named.length === AT_ONCE ? paths.commentTranslations(articleId, frame.language, named.at(-1)) : null,
    error: wrong?.sentence ?? null,
  }
  return unlisted(page(translationsPage(frame, data, say), wrong?.status))
}
