import type { ArticleId } from '../../domain/articles/index.ts'
import { type CommentId, draftWithMentions, previewed, quotationsIn } from '../../domain/discussion/index.ts'
import { localeOf, type Say } from '../../kit/sentences.ts'
import { commentTokens } from '../../text/comment-html.ts'
import { unsupportedIn } from '../../text/unsupported.ts'
import { type Html, html, madeSafe } from '../html/template.ts'
import type { Ask } from '../http/ask.ts'
import { withQuotations } from './quotation.ts'
import { readOnlyContext } from './render-context.ts'

/** How typed words will look, new or in place of a comment's. Throws what posting them would throw. */
export async function previewOf(ask: Ask, articleId: ArticleId, typed: string, id?: CommentId): Promise<Html> {
  const draft = await draftWithMentions(ask.store, typed)
  const quotations = await ask.store.read(async (db) =>
    previewed(db, articleId, draft.blocks, id && (await quotationsIn(db, id))),
  )
  const say = await ask.say()
  const words = withQuotations(draft.html, quotations, readOnlyContext(await ask.frame(), [], say))
  return html`${madeSafe(words)}${unsupportedHtml(draft.words, await ask.language(), say)}`
}

function unsupportedHtml(words: string, language: string, say: Say): Html | null {
  const forms = unsupportedIn(commentTokens(words)).map((form) => say(`unsupported.${form}`))
  if (forms.length === 0) return null
  const list = new Intl.ListFormat(localeOf(language), { type: 'unit' }).format(forms)
  return html`<p class="unsupported" role="note">${say('unsupported.note', { forms: list })}</p>`
}
