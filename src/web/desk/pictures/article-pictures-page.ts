import { paths } from '../../../addresses/paths.ts'
import { type ShelvedPicture, saidIn } from '../../../domain/media/index.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { buttonForm, errorHtml, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html, joined } from '../../html/template.ts'
import { drawnHtml } from './drawn.ts'

export interface ArticlePictures {
  action: string
  typed: string
  done: boolean
  error: string | null
  editions: readonly { language: string; path: string }[]
  above: ShelvedPicture | null
  /** Those that the texts may call, by their names. */
  within: readonly { name: string; picture: ShelvedPicture }[]
  shelf: readonly ShelvedPicture[]
  older: string | null
  freshKey: () => string
}

/** What an article shows, and the shelf from which it is chosen. */
export function articlePicturesPage(frame: Frame, data: ArticlePictures, say: Say): Html {
  const { language } = frame
  const { action, typed, done, error, editions, above, within, shelf, older, freshKey } = data
  const back = editions.map(({ language: to, path }) => html`<a href="${path}">${nameOf(to, language)}</a>`)
  const search = { name: 'words', label: say('pictures.search'), type: 'search', value: typed, optional: true } as const
  const ending = { action, key: freshKey(), hidden: { end: '1' } }
  return deskPage(
    frame,
    say('pictures.of-article'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}${errorHtml('form-error', error)}
<p class="tools">${joined([...back, html`<a href="${paths.deskPictures(language)}">${say('desk.pictures')}</a>`], ' · ')}</p>
<section><h2>${say('pictures.above')}</h2>
${above ? html`<ul class="picture-shelf" role="list"><li>${drawnHtml(above, language, say)}${buttonForm(ending, language, say('pictures.take-away'))}</li></ul>` : html`<p>${say('pictures.none-above')}</p>`}</section>
<section><h2>${say('pictures.within')}</h2><p>${say(within.length > 0 ? 'pictures.within-hint' : 'pictures.none-within')}</p>
<ul class="notices">${within.map(
      ({ name, picture }) => html`<li><p><code dir="ltr">${markdownOf(name, picture, language)}</code></p></li>
`,
    )}</ul></section>
<section><h2>${say('pictures.shelf')}</h2>
<form class="form" role="search" action="${action}"><input type="hidden" name="language" value="${language}">
${fieldHtml(search)}
<p class="buttons"><button class="plain">${say('pictures.find')}</button></p></form>
<ul class="picture-shelf" role="list">${shelf.map((picture) => choiceHtml(frame, data, picture, say))}</ul>
${older ? html`<a class="more" rel="next" href="${older}">${say('pictures.older')}</a>` : null}</section>`,
    say,
  )
}

function choiceHtml(
  { language }: Frame,
  { action, freshKey }: ArticlePictures,
  picture: ShelvedPicture,
  say: Say,
): Html {
  const choosing = { action, key: freshKey(), hidden: { picture: String(picture.id) } }
  const buttons = html`<p class="buttons"><button class="plain">${say('pictures.put-above')}</button> <button class="plain" name="within" value="1">${say('pictures.put-within')}</button></p>`
  return html`<li>${drawnHtml(picture, language, say)}
${picture.words.length > 0 ? formHtml(choosing, language, null, buttons) : null}</li>
`
}

/** What is written into a text so that it shows a picture. */
function markdownOf(name: string, { words }: ShelvedPicture, language: string): string {
  const { alt = '', caption = '' } = saidIn(words, language) ?? {}
  const plain = (text: string) => text.replace(/[[\]\\"]/g, '')
  return `![${plain(alt)}](${name}${caption ? ` "${plain(caption)}"` : ''})`
}
