import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { type PasskeyForm, passkeyForm } from '../html/passkey-form.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface SignInShown {
  sending: FormTarget
  /** Where the same form goes when a link is asked for instead. */
  linkAction: string
  passkey: PasskeyForm
  /** Where one can come in by an account elsewhere. */
  providers: readonly { id: string; name: string }[]
  mail: string
  /** For somebody who is in already, and shall show once more who they are. */
  isAgain: boolean
  error: string | null
}

/** Two ways in, by password or by a link sent by mail, and the way to an account. */
export function signInPage(frame: Frame, shown: SignInShown, say: Say): Html {
  const { sending, linkAction, passkey, providers, mail, isAgain, error } = shown
  const { language } = frame
  const signUp = html`<a href="${paths.signUp(language, sending.next)}">${say('sign-in.to-sign-up')}</a>`
  const link = html`<button class="plain" formaction="${linkAction}" formnovalidate>${say('sign-in.send-link')}</button>`
  return smallPage(
    frame,
    say('sign-in.title'),
    html`<p>${say(isAgain ? 'sign-in.again-hint' : 'sign-in.hint')}</p>
${formHtml(
  sending,
  language,
  error,
  html`${fieldHtml({ name: 'mail', label: say('account.mail'), type: 'email', value: mail, autocomplete: 'username' })}
${fieldHtml({ name: 'password', label: say('account.password'), type: 'password', autocomplete: 'current-password' })}
<p class="buttons"><button class="primary">${say('sign-in.by-password')}</button> ${link}</p>
<p class="hint">${say('sign-in.link-hint')} ${say('sign-in.forgotten')}</p>`,
)}
${passkeyForm(passkey, language, say('passkey.sign-in'), null, say)}
${
  providers.length === 0
    ? null
    : html`<p class="buttons">${providers.map(({ id, name }) => html`<a class="plain" href="${paths.signInWith(language, id, { next: sending.next })}">${say('provider.sign-in', { name })}</a> `)}</p>`
}
<p class="tools">${sentenceHtml(say, 'sign-in.no-account', { link: signUp })}</p>`,
    say,
  )
}
