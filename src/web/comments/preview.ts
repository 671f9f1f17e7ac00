import type { ArticleId } from '../../domain/articles/index.ts'
import { type CommentId, draftWithMentions, previewed, quotationsIn } from '../../domain/discussion/index.ts'
import { type Html, madeSafe } from '../html/template.ts'
import type { Ask } from '../http/ask.ts'
import { withQuotations } from './quotation.ts'
import { readOnlyContext } from './render-context.ts'

/** How typed words will look, new or in place of a comment's. Throws what posting them would throw. */
export async function previewOf(ask: Ask, articleId: ArticleId, typed: string, id?: CommentId): Promise<Html> {
  const { html, blocks } = await draftWithMentions(ask.web.store, typed)
  const quotations = await ask.web.store.read(async (db) =>
    previewed(db, articleId, blocks, id && (await quotationsIn(db, id))),
  )
  return madeSafe(withQuotations(html, quotations, readOnlyContext(await ask.frame(), [], await ask.say())))
}
