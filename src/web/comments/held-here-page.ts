import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface HeldHereShown {
  entries: readonly { id: number; parentId: number; parentLabel: string; html: Html }[]
  article: { title: string; path: string }
  /** Whether it is everything that waits, or one's own. */
  isAll: boolean
}

/** What waits in a discussion, each with the comment that it answers. */
export function heldHerePage(frame: Frame, { entries, article, isAll }: HeldHereShown, say: Say): Html {
  const under = html`<a href="${article.path}#discussion">${article.title}</a>`
  return smallPage(
    frame,
    say('held-list.title'),
    html`<p class="tools">${sentenceHtml(say, 'reply.under', { title: under })}</p>
<p>${say(isAll ? 'held-list.all' : 'held-list.own')}</p>
${entries.length === 0 ? html`<p class="nobody-yet">${say('held-list.none')}</p>` : null}
<ol class="notices" role="list">${entries.map(
      ({ parentId, parentLabel, html: entry }) =>
        html`<li>${parentLabel ? html`<p class="quiet">${sentenceHtml(say, 'held.answers', { label: html`<a href="${paths.comment(parentId, frame.language)}">${parentLabel}</a>` })}</p>` : null}${entry}</li>
`,
    )}</ol>`,
    say,
  )
}
