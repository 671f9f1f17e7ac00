import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { type MailForm, mailForm } from './mail-form.ts'
import { type PasskeysList, passkeysList } from './passkeys-list.ts'
import { type PasswordForm, passwordForm } from './password-form.ts'
import { type ProvidersList, providersList } from './providers-list.ts'
import { type SessionsList, sessionsList } from './sessions-list.ts'

export interface SecurityShown extends PasswordForm, Omit<MailForm, 'errors'> {
  errors: Partial<Record<'current' | 'password' | 'mail', string>>
  /** What sends a link, where only coming in again shows that it is the owner who changes something. */
  comeAgain: FormTarget | null
  hasSecondFactor: boolean
  passkeys: PasskeysList
  providers: ProvidersList
  sessions: SessionsList
  recoveryCodesLeft: number
  /** When the second factor will be taken away, because somebody asked for that, and what stops it. */
  wait: { until: number; stop: FormTarget } | null
  /** What has just been done, as a sentence. */
  done: string | null
}

/** How one signs in, in one place. */
export function securityPage(frame: Frame, data: SecurityShown, say: Say): Html {
  const { done } = data
  return smallPage(
    frame,
    say('security.title'),
    html`${done ? html`<p class="done" role="status">${done}</p>` : null}
<p class="tools"><a href="${paths.account(frame.language)}">${say('security.to-account')}</a></p>
<p>${say('security.hint')}</p>
${data.wait && waitHtml(frame, data.wait, say)}
${data.comeAgain && comeAgainHtml(frame, data.comeAgain, say)}
${mailForm(frame, data, say)}
${passwordForm(frame, data, say)}
${passkeysList(frame, data.passkeys, say)}
${secondFactorHtml(frame, data, say)}
${providersList(frame, data.providers, say)}
${sessionsList(frame, data.sessions, say)}`,
    say,
  )
}

export function comeAgainHtml({ language }: Frame, sending: FormTarget, say: Say): Html {
  return html`<section class="come-again"><p>${say('security.come-in-again')}</p>
${buttonForm(sending, language, say('security.send-link'))}</section>`
}

function waitHtml({ language, publication }: Frame, { until, stop }: NonNullable<SecurityShown['wait']>, say: Say) {
  const when = dateTimeHtml(until, 'full', { language, zone: publication.zone })
  return html`<section class="error"><p>${sentenceHtml(say, 'second-factor.waits', { when })}</p>
${buttonForm(stop, language, say('second-factor.stop'), 'primary')}</section>`
}

function secondFactorHtml({ language }: Frame, { hasSecondFactor, recoveryCodesLeft }: SecurityShown, say: Say): Html {
  const state = hasSecondFactor ? say('second-factor.is-on', { count: recoveryCodesLeft }) : say('second-factor.is-off')
  return html`<section id="second-factor"><h2>${say('second-factor.title')}</h2>
<p>${state}</p>
<p class="buttons"><a class="plain" href="${paths.secondFactor(language)}">${say(hasSecondFactor ? 'second-factor.change' : 'second-factor.set-up')}</a></p></section>`
}
