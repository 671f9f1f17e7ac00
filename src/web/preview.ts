import type { ArticleId } from '../domain/articles/index.ts'
import { draftWithMentions, previewed } from '../domain/discussion/index.ts'
import type { Ask } from './ask.ts'
import { type Html, madeSafe } from './html.ts'
import { withQuotations } from './pages/quotation.ts'
import { toBeRead } from './pages/telling.ts'

/** How typed words will look. Throws what posting them would throw. */
export async function previewOf(ask: Ask, articleId: ArticleId, typed: string): Promise<Html> {
  const { html, blocks } = await draftWithMentions(ask.web.store, typed)
  const quotations = await ask.web.store.read((db) => previewed(db, articleId, blocks))
  return madeSafe(withQuotations(html, quotations, toBeRead(await ask.frame(), [], await ask.say())))
}
