import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import { formHtml, type Sending } from './form.ts'
import type { Frame } from './frame.ts'

export interface NoticesForm {
  sending: Sending
  kinds: readonly string[]
  /** Those of the kinds that the person wants. */
  wanted: readonly string[]
  paces: readonly string[]
  /** How soon they are mailed; null for not at all. */
  pace: string | null
}

/** Where a person decides of what they are told. */
export function noticesForm({ language }: Frame, { sending, kinds, wanted, paces, pace }: NoticesForm, say: Say): Html {
  const box = (kind: string) =>
    html`<label class="choice"><input type="checkbox" name="${kind}" value="1"${wanted.includes(kind) ? html` checked` : null}> ${say(`notice-kind.${kind}`)}</label>
`
  const choice = (value: string, isChosen: boolean, words: string) =>
    html`<label class="choice"><input type="radio" name="mail" value="${value}"${isChosen ? html` checked` : null}> ${words}</label>
`
  return html`<section id="notices"><h2>${say('notices.title')}</h2>
<p class="tools"><a href="${paths.notices(language)}">${say('notices.see')}</a> · <a href="${paths.follows(language)}">${say('follow.list')}</a> · <a href="${paths.muted(language)}">${say('mute.list')}</a></p>
${formHtml(
  sending,
  language,
  null,
  html`<fieldset><legend>${say('notices.of-what')}</legend>
${kinds.map(box)}</fieldset>
<fieldset><legend>${say('mail-pace.title')}</legend>
${choice('', pace === null, say('mail-pace.none'))}${paces.map((one) => choice(one, one === pace, say(`mail-pace.${one}`)))}</fieldset>
<p class="buttons"><button class="primary">${say('notices.save')}</button></p>`,
)}</section>`
}
