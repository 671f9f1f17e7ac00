import type { EditionState } from '../../../domain/articles/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { errorHtml, type FormTarget, formHtml, WRONG_FIELD } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'

/** The times of an edition as they are typed, on the clocks of a zone. */
export interface TimesShown {
  zone: string
  when: string
  until: string
  embargo: string
}

type Moment = 'when' | 'until' | 'embargo'
type Errors = Readonly<Record<string, string>>

/** A moment and the zone on whose clocks it is meant. */
export function momentFields(name: Moment, times: TimesShown, errors: Errors, say: Say): Html {
  return html`<div class="moment"><p class="field"><label for="${name}">${say(`times.${name}`)}</label>
<input id="${name}" name="${name}" type="datetime-local" value="${times[name]}"${errors[name] ? html` aria-describedby="${name}-error"${WRONG_FIELD}` : null}></p>
<p class="field"><label for="zone-${name}">${say('times.zone')}</label>
<input id="zone-${name}" name="zone" list="zones-${name}" dir="ltr" value="${times.zone}"><datalist id="zones-${name}"><option value="${times.zone}"></option><option value="UTC"></option></datalist></p></div>
${errorHtml(`${name}-error`, errors[name] ?? errors.zone)}`
}

interface Timed {
  edition: { state: EditionState }
  times: TimesShown
  errors: Errors
  forms: Record<'takeOff' | 'embargo', FormTarget>
}

/** When time takes it off, and before when nothing of it may be seen. */
export function timesForms(frame: Frame, { edition, times, errors, forms }: Timed, say: Say): Html | null {
  if (edition.state === 'retracted') return null
  const form = (
    name: Moment,
    sending: FormTarget,
  ) => html`<details${times[name] || errors[name] ? html` open` : null}><summary>${say(`times.${name}-title`)}</summary>
${formHtml(sending, frame.language, null, html`<p class="hint">${say(`times.${name}-hint`)}</p>${momentFields(name, times, errors, say)}<p class="buttons"><button class="plain">${say('particulars.save')}</button></p>`)}</details>`
  return html`<section><h2>${say('times.title')}</h2>
${form('until', forms.takeOff)}
${edition.state === 'published' ? null : form('embargo', forms.embargo)}</section>`
}
