import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { entryHtml } from './comment.ts'
import { readOnlyContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'
import type { ShownRule } from './shown-rule.ts'

export interface QuotationsShown {
  comment: ShownComment
  /** The comments that quote it, oldest first. */
  quotedBy: readonly ShownComment[]
  rules: readonly ShownRule[]
  /** Whom the one who asks has muted. */
  muted: ReadonlySet<number>
  /** The page of further ones, where there are any. */
  further: string | null
}

/** Who quoted a comment, each shown with what they made of it. */
export function quotationsPage(frame: Frame, shown: QuotationsShown, say: Say): Html {
  const { comment, quotedBy, rules, muted, further } = shown
  const context = readOnlyContext(frame, rules, say, muted)
  return smallPage(
    frame,
    say('quotations.title', { label: comment.label }),
    html`<p class="tools"><a href="${paths.comment(comment.id, frame.language)}">${say('quotations.way-back')}</a></p>
<ol class="thread inside" role="list">
${entryHtml(comment, context)}</ol>
<h2>${say('quotations.count', { count: comment.quotedBy.count })}</h2>
<ol class="thread inside" role="list">
${quotedBy.map((by) => entryHtml(by, context))}</ol>
${further ? html`<a class="more" rel="next" href="${further}">${say('quotations.further')}</a>` : null}`,
    say,
  )
}
