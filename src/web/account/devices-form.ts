import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

export interface DevicesForm {
  /** By which push services know us. */
  publicKey: string
  /** How many browsers show a person's notices. */
  count: number
  /** The address of the browser that asks, where it is one of them. */
  here: string | null
  endHere: FormTarget
  endAll: FormTarget
}

/** Where a person sees in how many browsers they are told, and ends that; script lets them begin it in this one. */
export function devicesForm(
  { language }: Frame,
  { publicKey, count, here, endHere, endAll }: DevicesForm,
  say: Say,
): Html {
  return html`<push-devices id="devices" data-key="${publicKey}" data-here="${here ?? ''}" data-send="${paths.devices}"><h2>${say('push.title')}</h2>
<p>${say('push.count', { count })}</p>
<p class="hint">${say('push.hint')}</p>
<p class="error" hidden>${say('push.refused')}</p>
<p class="buttons"><button class="primary" type="button" hidden>${say('push.begin')}</button></p>
${here === null ? null : buttonForm(endHere, language, say('push.end'))}
${count === 0 ? null : buttonForm(endAll, language, say('push.end-all'))}</push-devices>`
}
