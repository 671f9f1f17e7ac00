import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

export interface RenamingForm {
  sending: FormTarget
  typed: string
  /** How many days one must wait for it. */
  days: number
}

/** Where a person takes another name, or reads when they can. */
export function renamingForm({ language }: Frame, data: RenamingForm, error: string | undefined, say: Say): Html {
  const { sending, typed, days } = data
  const field = { name: 'name', label: say('account.name'), value: typed, hint: say('name.change-hint') }
  const wait = html`<p class="hint">${say('name.too-soon', { days })}</p>`
  const form = html`${fieldHtml({ ...field, error, autocomplete: 'nickname' })}
<p class="buttons"><button class="primary">${say('name.change')}</button></p>`
  return html`<section id="name"><h2>${say('name.change-title')}</h2>
${days > 0 && !error ? wait : formHtml(sending, language, null, form)}</section>`
}
