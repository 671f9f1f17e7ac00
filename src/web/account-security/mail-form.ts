import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'
import { currentField } from './password-form.ts'

export interface MailForm {
  mail: string
  typed: string
  asksCurrent: boolean
  changeMail: FormTarget
  errors: Partial<Record<'mail' | 'current', string>>
}

/** Where a person gives their account another mail address. */
export function mailForm({ language }: Frame, form: MailForm, say: Say): Html {
  const { mail, typed, asksCurrent, changeMail, errors } = form
  const isWrong = errors.mail !== undefined
  return html`<section id="mail-address"><h2>${say('mail-change.title')}</h2>
<p>${sentenceHtml(say, 'mail-change.present', { mail: html`<b><bdi>${mail}</bdi></b>` })}</p>
${formHtml(
  changeMail,
  language,
  null,
  html`${fieldHtml({ name: 'mail', label: say('mail-change.new'), type: 'email', value: typed, hint: say('mail-change.hint'), error: errors.mail, autocomplete: 'email' })}
${asksCurrent ? currentField(isWrong ? errors.current : undefined, say, 'mail-current') : null}
<p class="buttons"><button class="plain">${say('mail-change.submit')}</button></p>`,
)}</section>`
}
