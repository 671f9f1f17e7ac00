import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import { followHtml } from './follow.ts'
import type { Frame } from './frame.ts'

/** What stands at the foot of every page: whose it is, its rules, and how to follow it. */
export function footerHtml(frame: Frame, say: Say): Html {
  const { language, publication } = frame
  return html`<footer class="colophon">
<p class="name"><a href="${paths.front(language)}">${publication.name}</a> <span>${publication.motto}</span></p>
<nav aria-label="${say('layout.footer')}"><a href="${paths.search(language)}">${say('layout.search')}</a><a href="${paths.rules(language)}">${say('layout.rules')}</a>${followHtml(frame, say)}</nav>
</footer>`
}
