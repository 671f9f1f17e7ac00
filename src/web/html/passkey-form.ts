import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml } from './fields.ts'
import { type Html, html } from './template.ts'

export interface PasskeyForm {
  sending: FormTarget
  /** Where a browser asks what it shall ask a device. */
  options: string
}

/** A button that only script can show: it asks a device for a key and sends what that answers. */
export function passkeyForm(
  { sending, options }: PasskeyForm,
  language: string,
  words: string,
  inside: Html | null,
  say: Say,
): Html {
  return html`<pass-key data-options="${options}">${formHtml(
    sending,
    language,
    null,
    html`<input type="hidden" name="credential" value=""><input type="hidden" name="sealed" value="">
${inside}<p class="error" role="alert" hidden>${say('passkey.refused')}</p>
<p class="buttons"><button class="plain" hidden>${words}</button></p>`,
  )}</pass-key>`
}
