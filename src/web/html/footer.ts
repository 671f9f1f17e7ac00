import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from './frame.ts'
import { followHtml } from './publication-channels.ts'
import { type Html, html } from './template.ts'

/** What stands at the foot of every page: whose it is, its rules, and how to follow it. */
export function footerHtml(frame: Frame, say: Say): Html {
  const { language, publication, pages = [] } = frame
  return html`<footer class="colophon">
<p class="name"><a href="${paths.front(language)}">${publication.name}</a> <span>${publication.motto}</span></p>
<nav aria-label="${say('layout.footer')}"><a href="${paths.search(language)}">${say('layout.search')}</a><a href="${paths.rules(language)}">${say('layout.rules')}</a>${pages.filter(({ place }) => place === 'foot').map(({ slug, title }) => html`<a href="${paths.page(language, slug)}">${title}</a>`)}<a href="${paths.illegalContent(language)}">${say('illegal.title')}</a><a href="${paths.reading(language)}">${say('look.title')}</a>${followHtml(frame, say)}</nav>
</footer>`
}
