import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

interface ListedStatement {
  path: string
  words: string
  at: number
}

/** Every decision that somebody was told of, each a way to its statement. */
export function statementsPage(frame: Frame, statements: readonly ListedStatement[], say: Say): Html {
  const place = { language: frame.language, zone: frame.publication.zone }
  return smallPage(
    frame,
    say('statement.list'),
    html`${statements.length === 0 ? html`<p class="nobody-yet">${say('statement.none')}</p>` : null}
<ol class="notices" role="list">
${statements.map(
  ({
    path,
    words,
    at,
  }) => html`<li><p><a href="${path}">${words}</a> <span class="quiet">${dateTimeHtml(at, 'short', place)}</span></p></li>
`,
)}</ol>`,
    say,
  )
}
