import { paths } from '../../../addresses/paths.ts'
import type { PictureUse } from '../../../domain/articles/index.ts'
import { type Picture, pictureFiles } from '../../../domain/media/index.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html, joined } from '../../html/template.ts'

export interface PictureTyped {
  alt: string
  caption: string
  credit: string
  focusX: string
  focusY: string
}

export interface PictureShown {
  picture: Picture
  uses: readonly PictureUse[]
  /** The language of the texts that are typed here. */
  wordsIn: string
  /** The languages of the publication, and whether the picture has text in each. */
  languages: readonly { language: string; isSaid: boolean }[]
  typed: PictureTyped
  describing: FormTarget
  removing: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
  done: boolean
}

/** One picture: what is said of it, what matters in it, and where it stands. */
export function picturePage(frame: Frame, data: PictureShown, say: Say): Html {
  const { language } = frame
  const { picture, uses, removing, done } = data
  return deskPage(
    frame,
    say('pictures.one'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p class="tools"><a href="${paths.deskPictures(language)}">${say('desk.pictures')}</a></p>
${describingForm(frame, data, say)}
<section><h2>${say('pictures.where')}</h2>
${uses.length === 0 ? html`<p>${say('pictures.unused')}</p>${removalHtml(removing, language, say)}` : html`<ul class="notices">${uses.map((use) => useHtml(use, say))}</ul>`}</section>
<p class="quiet">${say('pictures.facts', { width: picture.width, height: picture.height, kilobytes: Math.ceil(picture.bytes / 1024) })}</p>`,
    say,
  )
}

function describingForm(frame: Frame, data: PictureShown, say: Say): Html {
  const { typed, describing, errors, error } = data
  const inside = html`${focusHtml(data, say)}
${languagesHtml(frame, data, say)}
${wordsField({ name: 'alt', label: say('pictures.alt'), value: typed.alt, hint: say('pictures.alt-hint'), error: errors.alt ?? null, rows: 3 })}
${fieldHtml({ name: 'caption', label: say('pictures.caption'), value: typed.caption, hint: say('pictures.caption-hint'), error: errors.caption, optional: true })}
${fieldHtml({ name: 'credit', label: say('pictures.credit'), value: typed.credit, hint: say('pictures.credit-hint'), error: errors.credit, optional: true })}
<p class="buttons"><button class="primary">${say('pictures.save')}</button></p>`
  return formHtml({ ...describing, hidden: { in: data.wordsIn } }, frame.language, error, inside)
}

/** @NOTE the points can be set by two sliders; script lets one press the picture instead. */
function focusHtml({ picture, typed }: PictureShown, say: Say): Html {
  const { src, srcset, width, height } = pictureFiles(picture)
  const slider = (name: 'focusX' | 'focusY', label: string) =>
    html`<label>${label} <input name="${name}" type="range" min="0" max="100" value="${typed[name]}"></label>`
  return html`<picture-focus><figure class="picture"><img src="${src}" srcset="${srcset}" sizes="(min-width: 42rem) 38.25rem, 100vw" width="${width}" height="${height}" alt=""></figure>
<fieldset class="focus"><legend>${say('pictures.focus')}</legend>
${slider('focusX', say('pictures.focus-x'))}
${slider('focusY', say('pictures.focus-y'))}
<span class="hint">${say('pictures.focus-hint')}</span></fieldset></picture-focus>`
}

function languagesHtml({ language }: Frame, { picture, languages, wordsIn }: PictureShown, say: Say): Html | null {
  if (languages.length < 2) return null
  const links = languages.map((to) => {
    const own = html`<bdi lang="${to.language}">${nameOf(to.language)}</bdi>`
    const name = to.isSaid ? own : html`${own} (${say('pictures.missing')})`
    if (to.language === wordsIn) return html`<b>${name}</b>`
    return html`<a href="${paths.deskPicture(picture.id, language)}&in=${to.language}">${name}</a>`
  })
  return html`<p class="tools">${say('pictures.words-in')} ${joined(links, ' · ')}</p>`
}

function useHtml({ language, slug, state, title }: PictureUse, say: Say): Html {
  const isSeen = state === 'published'
  const name = isSeen ? html`<a href="${paths.article(language, slug)}">${title}</a>` : html`${title}`
  return html`<li><p><bdi lang="${language}">${name}</bdi></p>
<p class="quiet">${nameOf(language)}${isSeen ? null : html` · ${say('pictures.not-public')}`}</p></li>
`
}

function removalHtml(removing: FormTarget, language: string, say: Say): Html {
  const button = html`<p>${say('pictures.remove-hint')}</p><button class="plain">${say('pictures.remove')}</button>`
  return html`<details><summary>${say('pictures.remove-open')}</summary>${formHtml(removing, language, null, button)}</details>`
}
