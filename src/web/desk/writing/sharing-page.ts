import { paths } from '../../../addresses/paths.ts'
import { directionOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface SharingShown {
  edition: { id: number; language: string; slug: string; title: string; standfirst: string }
  sharing: {
    searchTitle: string
    searchWords: string
    shareTitle: string
    shareWords: string
    pictureId: number | null
  }
  /** The picture that is shared. */
  picture: { src: string; alt: string } | null
  pictures: readonly { id: number; words: string }[]
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** Says how an edition is found and shared, and shows how that will look. */
export function sharingPage(frame: Frame, shown: SharingShown, say: Say): Html {
  const { language } = frame
  const { edition, sharing, pictures, sending, errors, error } = shown
  const line = (name: 'searchTitle' | 'searchWords' | 'shareTitle' | 'shareWords') =>
    fieldHtml({ name, label: say(`sharing.${name}`), value: sharing[name], error: errors[name], optional: true })
  const option = (value: string, words: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen ? html` selected` : null}>${words}</option>`
  return deskPage(
    frame,
    say('sharing.title'),
    html`<p class="tools"><a href="${paths.deskEdition(edition.id, language)}"><bdi>${edition.title || say('writing.untitled')}</bdi></a></p>
<p>${say('sharing.hint')}</p>
${formHtml(
  sending,
  language,
  error,
  html`<h2>${say('sharing.search')}</h2>${foundHtml(frame, shown)}${line('searchTitle')}${line('searchWords')}
<h2>${say('sharing.share')}</h2>${sharedHtml(frame, shown)}${line('shareTitle')}${line('shareWords')}
<p class="field"><label for="picture">${say('sharing.picture')}</label>
<select id="picture" name="picture">${option('', say('sharing.own-picture'), sharing.pictureId === null)}${pictures.map(({ id, words }) => option(String(id), words || String(id), id === sharing.pictureId))}</select></p>
<p class="buttons"><button class="primary">${say('publication.save')}</button> <button class="plain" name="preview" value="1">${say('publication.preview')}</button></p>`,
)}`,
    say,
    'writing',
  )
}

/** As a search engine names it. */
function foundHtml(frame: Frame, { edition, sharing }: SharingShown): Html {
  const { origin, publication } = frame
  const words = sharing.searchWords || edition.standfirst
  return html`<div class="as-found" ${inWords(edition)}><p class="quiet"><bdi dir="ltr">${decodeURI(origin + paths.article(edition.language, edition.slug))}</bdi></p>
<p class="named">${sharing.searchTitle || edition.title} · ${publication.name}</p>
${words ? html`<p>${words}</p>` : null}</div>
`
}

/** As those show it to whom it is sent. */
function sharedHtml(frame: Frame, { edition, sharing, picture }: SharingShown): Html {
  const words = sharing.shareWords || edition.standfirst
  return html`<div class="as-shared" ${inWords(edition)}>${picture ? html`<img src="${picture.src}" alt="${picture.alt}" loading="lazy">` : null}<p class="quiet"><bdi dir="ltr">${new URL(frame.origin).host}</bdi></p>
<p class="named">${sharing.shareTitle || edition.title}</p>
${words ? html`<p>${words}</p>` : null}</div>
`
}

function inWords({ language }: { language: string }): Html {
  return html`lang="${language}" dir="${directionOf(language)}"`
}
