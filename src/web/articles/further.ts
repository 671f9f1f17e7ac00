import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { type Html, html, joined } from '../html/template.ts'
import type { EditionPage } from './edition-page.ts'

/** What an article is found under. */
export function tagsHtml({ tags = [], edition }: EditionPage, say: Say): Html | null {
  if (tags.length === 0) return null
  const links = tags.map(({ slug, name }) => html`<a rel="tag" href="${paths.tag(edition.language, slug)}">${name}</a>`)
  return html`<p class="tags tools"><span>${say('tags.title')}</span> ${joined(links, ' · ')}</p>`
}

/** What to read after an article. */
export function furtherHtml({ further = [], edition, publication }: EditionPage, say: Say): Html | null {
  if (further.length === 0) return null
  const place = { language: edition.language, zone: publication.zone }
  return html`<nav class="read-next" aria-labelledby="read-next"><h2 id="read-next">${say('further.title')}</h2>
<ul>${further.map(
    ({
      slug,
      title,
      publishedAt,
    }) => html`<li><a href="${paths.article(edition.language, slug)}">${title}</a> <span class="quiet">${dateTimeHtml(publishedAt, 'day', place)}</span></li>
`,
  )}</ul></nav>`
}
