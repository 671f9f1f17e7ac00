import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml, type LocaleZone } from '../html/date-time.ts'
import { type Html, html } from '../html/template.ts'
import { type Byline, bylinesHtml } from './bylines.ts'
import { imageHtml, type Picture } from './picture.ts'

/** An article as lists show it. */
export interface Teaser {
  slug: string
  title: string
  standfirst: string
  publishedAt: number
  section: { slug: string; name: string } | null
  bylines: readonly Byline[]
  picture: Omit<Picture, 'caption'> | null
  /** Visible comments in its discussion. */
  comments: number
}

/** The article that opens the front page. */
export function leadHtml(teaser: Teaser, place: LocaleZone, say: Say): Html {
  return html`<article class="teaser lead${teaser.picture ? null : ' unpictured'}">
${pictureLink(teaser, place, '(min-width: 60rem) 44rem, 100vw', 'eager')}
<div>
${teaser.section ? html`<a class="section" href="${paths.section(place.language, teaser.section.slug)}">${teaser.section.name}</a>` : null}
${wordsHtml(teaser, place, say, 'h2')}
</div></article>`
}

/** An article in a list under its section. */
export function teaserHtml(teaser: Teaser, place: LocaleZone, say: Say, heading: 'h2' | 'h3' = 'h3'): Html {
  return html`<article class="teaser">
${pictureLink(teaser, place, '(min-width: 60rem) 30rem, (min-width: 40rem) 15rem, 100vw', 'lazy')}
<div>${wordsHtml(teaser, place, say, heading)}</div></article>`
}

function wordsHtml(teaser: Teaser, place: LocaleZone, say: Say, heading: 'h2' | 'h3'): Html {
  const path = paths.article(place.language, teaser.slug)
  const title = html`<a href="${path}">${teaser.title}</a>`
  return html`${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
${teaser.standfirst ? html`<p class="standfirst">${teaser.standfirst}</p>` : null}
<p class="byline">${bylinesHtml(teaser.bylines, say, place.language)}${dateTimeHtml(teaser.publishedAt, 'day', place)}${
    teaser.comments > 0
      ? html`<a href="${path}#discussion">${say('discussion.count', { count: teaser.comments })}</a>`
      : null
  }</p>`
}

/** The picture leads where the title leads, so only the title is read aloud. */
function pictureLink(teaser: Teaser, place: LocaleZone, sizes: string, loading: 'eager' | 'lazy'): Html | null {
  if (!teaser.picture) return null
  return html`<a class="pictured" href="${paths.article(place.language, teaser.slug)}" tabindex="-1" aria-hidden="true">${imageHtml({ ...teaser.picture, alt: '' }, sizes, loading)}</a>`
}
