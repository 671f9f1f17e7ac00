import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { proofField, trapField } from '../html/proof-of-work.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface SignUpShown {
  sending: FormTarget
  typed: { name: string; mail: string }
  /** What is wrong, by field. */
  errors: Partial<Record<'name' | 'mail' | 'password', string>>
  error: string | null
}

/** Asks for a name and an address; it always ends at "look in your mail". */
export function signUpPage(frame: Frame, data: SignUpShown, say: Say): Html {
  const signIn = html`<a href="${paths.signIn(frame.language, data.sending.next)}">${say('sign-up.to-sign-in')}</a>`
  return smallPage(
    frame,
    say('sign-up.title'),
    html`<p>${sentenceHtml(say, 'sign-up.hint', { rules: html`<a href="${paths.rules(frame.language)}">${say('sign-up.rules')}</a>` })}</p>
${accountForm(frame, data, say('sign-up.submit'), null, say)}
<p class="tools">${sentenceHtml(say, 'sign-up.has-account', { link: signIn })}</p>`,
    say,
  )
}

/** The page that the terminal's link opens while there is no administrator; `shortest` counts a password's characters. */
export function firstAdministratorPage(frame: Frame, data: SignUpShown & { shortest: number }, say: Say): Html {
  const password = fieldHtml({
    name: 'password',
    label: say('account.password'),
    type: 'password',
    hint: say('account.password-hint', { limit: data.shortest }),
    error: data.errors.password,
    autocomplete: 'new-password',
  })
  return smallPage(
    frame,
    say('first-administrator.title'),
    html`<p>${say('first-administrator.hint')}</p>
${accountForm(frame, data, say('first-administrator.submit'), password, say)}`,
    say,
  )
}

function accountForm(frame: Frame, data: SignUpShown, submit: string, password: Html | null, say: Say): Html {
  const { sending, typed, errors, error } = data
  return formHtml(
    sending,
    frame.language,
    error,
    html`${fieldHtml({ name: 'name', label: say('account.name'), value: typed.name, hint: say('account.name-hint'), error: errors.name, autocomplete: 'nickname' })}
${fieldHtml({ name: 'mail', label: say('account.mail'), type: 'email', value: typed.mail, hint: say('account.mail-hint'), error: errors.mail, autocomplete: 'email' })}
${password}
${password ? null : html`${trapField(say)}${proofField()}`}
<p class="buttons"><button class="primary">${submit}</button></p>`,
  )
}
