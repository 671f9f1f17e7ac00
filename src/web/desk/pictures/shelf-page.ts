import { paths } from '../../../addresses/paths.ts'
import type { PictureUse } from '../../../domain/articles/index.ts'
import type { ShelvedPicture } from '../../../domain/media/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { fieldHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { listHtml } from '../../html/list-html.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { drawnHtml } from './drawn.ts'
import { type UploadForm, uploadForm } from './upload-form.ts'

export interface ShelfShown {
  uploading: UploadForm
  typed: string
  /** Whether only those are shown that have no text for those who do not see them. */
  lacking: boolean
  /** How many there are of those, as far as they are counted. */
  lackingCount: number
  pictures: readonly (ShelvedPicture & { uses: readonly PictureUse[] })[]
  older: string | null
  done: boolean
}

/** Everything there is to illustrate with, found by its words, with where each stands. */
export function shelfPage(frame: Frame, data: ShelfShown, say: Say): Html {
  const { language } = frame
  const { uploading, typed, lacking, lackingCount, pictures, older, done } = data
  const search = { name: 'words', label: say('pictures.search'), type: 'search', value: typed, optional: true } as const
  return deskPage(
    frame,
    say('desk.pictures'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
${uploadForm(frame, uploading, say)}
<form class="form" role="search" action="${paths.deskPictures()}"><input type="hidden" name="language" value="${language}">
${fieldHtml({ ...search, hint: say('pictures.search-hint') })}
<p class="buttons"><button class="plain">${say('pictures.find')}</button>${lackingLink(language, lacking, lackingCount, say)}</p></form>
${pictures.length === 0 ? html`<p class="nobody-yet" role="status">${say(typed ? 'pictures.not-found' : 'pictures.none')}</p>` : null}
<ul class="picture-shelf" role="list">
${pictures.map((picture) => pictureHtml(frame, picture, say))}</ul>
${older ? html`<a class="more" rel="next" href="${older}">${say('pictures.older')}</a>` : null}`,
    say,
  )
}

function lackingLink(language: string, lacking: boolean, count: number, say: Say): Html | null {
  if (lacking) return html`<a href="${paths.deskPictures(language)}">${say('pictures.all')}</a>`
  if (count === 0) return null
  return html`<a href="${paths.deskPictures(language, { lacking: 1 })}">${say('pictures.lacking', { count })}</a>`
}

function pictureHtml({ language }: Frame, picture: ShelfShown['pictures'][number], say: Say): Html {
  return html`<li>${drawnHtml(picture, language, say)}
<p class="quiet">${usesIn(picture.uses, language, say)}</p></li>
`
}

const MOST_NAMED = 2

/** The first titles, each article once, and how many more. */
function usesIn(uses: readonly PictureUse[], language: string, say: Say): Html {
  const articles = [...Map.groupBy(uses, ({ articleId }) => articleId).values()]
  if (articles.length === 0) return html`${say('pictures.unused')}`
  const titles = articles.slice(0, MOST_NAMED).map((editions) => {
    return (editions.find((edition) => edition.language === language) ?? editions[0]!).title
  })
  const names = listHtml(titles, language)
  const more = articles.length - titles.length
  return sentenceHtml(say, more > 0 ? 'pictures.used-more' : 'pictures.used', { names, more })
}
