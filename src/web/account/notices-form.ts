import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

export interface NoticesForm {
  sending: FormTarget
  kinds: readonly string[]
  /** Where notices are told; all stand in the first. */
  places: readonly string[]
  /** The kinds that the person wants in each. */
  wanted: Readonly<Record<string, readonly string[]>>
  paces: readonly string[]
  /** How soon they are mailed; null for not at all. */
  pace: string | null
  /** Whether letters go out here at all. */
  sendsMail: boolean
}

/** Where a person decides of what they are told. */
export function noticesForm({ language }: Frame, data: NoticesForm, say: Say): Html {
  const { sending, paces, pace, sendsMail } = data
  const choice = (value: string, isChosen: boolean, words: string) =>
    html`<label class="choice"><input type="radio" name="mail" value="${value}"${isChosen ? html` checked` : null}${sendsMail ? null : html` disabled`}> ${words}</label>
`
  return html`<section id="notices"><h2>${say('notices.title')}</h2>
<p class="tools"><a href="${paths.notices(language)}">${say('notices.see')}</a> · <a href="${paths.follows(language)}">${say('follow.list')}</a> · <a href="${paths.saved(language)}">${say('saved.list')}</a> · <a href="${paths.muted(language)}">${say('mute.list')}</a></p>
${formHtml(
  sending,
  language,
  null,
  html`${kindsTable(data, say)}
<fieldset><legend>${say('mail-pace.title')}</legend>
${sendsMail ? null : html`<p class="hint">${say('mail-pace.off')}</p>${pace !== null && html`<input type="hidden" name="mail" value="${pace}">`}`}${choice('', pace === null, say('mail-pace.none'))}${paces.map((one) => choice(one, one === pace, say(`mail-pace.${one}`)))}</fieldset>
<p class="buttons"><button class="primary">${say('notices.save')}</button></p>`,
)}</section>`
}

/** Which kind is told where: a box for each. */
function kindsTable({ kinds, places, wanted, sendsMail }: NoticesForm, say: Say): Html {
  const isOff = (place: string) => place === 'mail' && !sendsMail
  const box = (kind: string, place: string) => {
    const name = place === 'page' ? kind : `${kind}-${place}`
    const isWanted = wanted[place]?.includes(kind)
    if (isOff(place))
      return html`<td><label><input type="checkbox" aria-label="${say(`notice-kind.${kind}`)}, ${say(`notice-place.${place}`)}" disabled></label>${isWanted && html`<input type="hidden" name="${name}" value="1">`}</td>`
    return html`<td><label><input type="checkbox" name="${name}" value="1" aria-label="${say(`notice-kind.${kind}`)}, ${say(`notice-place.${place}`)}"${isWanted ? html` checked` : null}></label></td>`
  }
  return html`<fieldset><legend>${say('notices.of-what')}</legend>
<table class="kinds"><thead><tr><td></td>${places.map((place) => html`<th scope="col">${say(`notice-place.${place}`)}</th>`)}</tr></thead>
<tbody>${kinds.map(
    (kind) => html`<tr><th scope="row">${say(`notice-kind.${kind}`)}</th>${places.map((place) => box(kind, place))}</tr>
`,
  )}</tbody></table>
<p class="hint">${say('notices.also-hint')}</p></fieldset>`
}
