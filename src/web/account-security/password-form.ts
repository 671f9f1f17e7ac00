import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

export interface PasswordForm {
  hasPassword: boolean
  /** Whether the password before must be given as well. */
  asksCurrent: boolean
  shortest: number
  setPassword: FormTarget
  errors: Partial<Record<'current' | 'password', string>>
}

/** Where a person sets a password, or another one. */
export function passwordForm({ language }: Frame, shown: PasswordForm, say: Say): Html {
  const { hasPassword, asksCurrent, shortest, setPassword, errors } = shown
  const title = say(hasPassword ? 'account.change-password' : 'account.set-password')
  return html`<section id="password"><h2>${title}</h2>
${formHtml(
  setPassword,
  language,
  null,
  html`${asksCurrent ? currentField(errors.current, say) : null}
<password-advice data-send="${paths.passwordAdvice(language)}">${fieldHtml({
    name: 'password',
    label: say('account.new-password'),
    type: 'password',
    hint: say('account.password-hint', { limit: shortest }),
    error: errors.password,
    autocomplete: 'new-password',
  })}<output class="hint" for="password"></output></password-advice>
<p class="buttons"><button class="primary">${title}</button></p>`,
)}</section>`
}

/** The password that one has, where a change asks for it. */
export function currentField(error: string | undefined, say: Say, id = 'current'): Html {
  const label = say('account.current-password')
  return fieldHtml({ name: 'current', id, label, type: 'password', error, autocomplete: 'current-password' })
}
