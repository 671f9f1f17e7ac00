import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html, madeSafe } from '../html/template.ts'
import { type ShownQuotation, withFormerQuotations, withQuotations } from './quotation.ts'
import { readOnlyContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'

export interface HistoryShown {
  comment: ShownComment
  /** Each saved state of its words, the newest first. */
  revisions: readonly { number: number; at: number | null; html: string; quotations: readonly ShownQuotation[] }[]
}

/** How a comment's words stood before and after each edit. */
export function historyPage(frame: Frame, { comment, revisions }: HistoryShown, say: Say): Html {
  const context = readOnlyContext(frame, [], say)
  return smallPage(
    frame,
    say('history.title', { label: comment.label }),
    html`<p class="tools"><bdi>${comment.author?.name ?? say('comment.nobody')}</bdi> · <a href="${paths.comment(comment.id, frame.language)}">${say('history.way-back')}</a></p>
<ol class="revisions">${revisions.map(({ number, at, html: stored, quotations }, index) => {
      const words = (index === 0 ? withQuotations : withFormerQuotations)(stored, quotations, context)
      return html`<li><h2>${say('history.revision', { number })} <span class="quiet">${at === null ? null : dateTimeHtml(at, 'full', context)}</span></h2>
<div class="words" dir="auto">${madeSafe(words)}</div></li>
`
    })}</ol>`,
    say,
  )
}
