import { paths } from '../../../addresses/paths.ts'
import { NEW_PAGE } from '../../../domain/articles/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html, joined } from '../../html/template.ts'

/** Begun with a title that most publications need. */
export const USUAL = ['us', 'imprint', 'contact', 'unnamed-sources', 'corrections-policy', 'verification'] as const

export interface PageListed {
  slug: string
  place: string
  title: string
  path: string
}

/** The publication's own pages, in their order. */
export function pagesListPage(frame: Frame, pages: readonly PageListed[], say: Say): Html {
  const { language } = frame
  const missing = USUAL.filter((slug) => !pages.some((page) => page.slug === slug))
  const suggested = missing.map(
    (slug) => html`<a href="${paths.deskStaticPage(slug, language)}">${say(`usual-page.${slug}`)}</a>`,
  )
  return deskPage(
    frame,
    say('publication-part.pages'),
    html`<p class="tools"><a href="${paths.deskOfPublication(language)}">${say('desk.publication')}</a></p>
${pages.length === 0 ? html`<p class="nobody-yet">${say('publication.no-pages')}</p>` : null}
<ul class="notices">${pages.map(
      ({ title, place, path }) => html`<li><p><a href="${path}"><bdi>${title}</bdi></a></p>
<p class="quiet">${say(`page-place.${place}`)}</p></li>
`,
    )}</ul>
<p><a class="more" href="${paths.deskStaticPage(NEW_PAGE, language)}">${say('publication.new-page')}</a></p>
${suggested.length > 0 ? html`<p>${say('publication.usual-pages')} ${joined(suggested, ' · ')}</p>` : null}`,
    say,
  )
}
