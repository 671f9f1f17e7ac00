import type { Say } from '../../../kit/sentences.ts'
import { errorHtml, type FormTarget, formHtml, WRONG_FIELD } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'

export interface UploadForm {
  sending: FormTarget
  limits: { megabytes: number; megapixels: number; files: number }
  error: string | null
}

/** Where pictures are brought to the shelf; script takes them by drop and paste, too, and shows how far they are. */
export function uploadForm({ language }: Frame, { sending, limits, error }: UploadForm, say: Say): Html {
  const wrong = error ? html` aria-describedby="pictures-error pictures-hint"${WRONG_FIELD}` : null
  const field = html`<p class="field"><label for="pictures">${say('pictures.choose')}</label>
<input id="pictures" name="pictures" type="file" accept="image/jpeg,image/png,image/webp,image/avif" multiple required${wrong ?? html` aria-describedby="pictures-hint"`}>
<span class="hint" id="pictures-hint">${say('pictures.hint', limits)}</span></p>${errorHtml('pictures-error', error)}
<p class="buttons"><button class="primary">${say('pictures.upload')}</button></p>`
  return html`<picture-upload data-drop="${say('pictures.drop')}" data-under-way="${say('pictures.under-way')}" data-drawing="${say('pictures.drawing')}" data-broken="${say('pictures.broken')}" data-describe="${say('pictures.describe')}">
${formHtml({ ...sending, hasFiles: true }, language, null, field)}
<ol class="uploads" role="list" aria-live="polite"></ol>
</picture-upload>`
}
