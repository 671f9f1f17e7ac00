import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { portraitHtml } from '../html/portrait.ts'
import { type Html, html } from '../html/template.ts'

export interface PictureForm {
  sending: FormTarget
  ending: FormTarget
  /** The address of the one that is shown. */
  src: string | null
  /** Megabytes. */
  limit: number
}

/** Where a person gives a picture of themselves, or takes it away. */
export function pictureForm({ language }: Frame, data: PictureForm, error: string | null, say: Say): Html {
  const { sending, ending, src, limit } = data
  const described = error
    ? html` aria-describedby="picture-error picture-hint" aria-invalid="true"`
    : html` aria-describedby="picture-hint"`
  const field = html`<p class="field"><label for="picture">${say('picture.choose')}</label>
<input id="picture" name="picture" type="file" accept="image/jpeg,image/png,image/webp,image/avif" required${described}>
<span class="hint" id="picture-hint">${say('picture.hint', { limit })}</span>${error ? html`<span class="error" id="picture-error">${error}</span>` : null}</p>
<p class="buttons"><button class="primary">${say('picture.show')}</button></p>`
  return html`<section id="picture-section"><h2>${say('picture.title')}</h2>
${src && portraitHtml(src)}
${formHtml({ ...sending, hasFiles: true }, language, null, field)}
${src && buttonForm(ending, language, say('picture.end'))}</section>`
}
