import type { ArticleId } from '../domain/articles/index.ts'
import { type CommentId, draftOf, previewed, quotationsIn } from '../domain/discussion/index.ts'
import type { Ask } from './ask.ts'
import { type Html, madeSafe } from './html.ts'
import { withQuotations } from './pages/quotation.ts'
import { toBeRead } from './pages/telling.ts'

/** How typed words will look, new or in place of a comment's. Throws what posting them would throw. */
export async function previewOf(ask: Ask, articleId: ArticleId, typed: string, id?: CommentId): Promise<Html> {
  const { html, blocks } = draftOf(typed)
  const quotations = await ask.web.store.read(async (db) =>
    previewed(db, articleId, blocks, id && (await quotationsIn(db, id))),
  )
  return madeSafe(withQuotations(html, quotations, toBeRead(await ask.frame(), [], await ask.say())))
}
