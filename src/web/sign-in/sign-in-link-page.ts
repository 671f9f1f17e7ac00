import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

/** "Look in your mail", the same whether or not the address has an account; with room for a code from another browser. */
export function mailSentPage(
  frame: Frame,
  data: { sending: FormTarget; minutes: number; error: string | null },
  say: Say,
): Html {
  return smallPage(
    frame,
    say('mail-sent.title'),
    html`<p>${say('mail-sent.hint', { minutes: data.minutes })}</p>
<p>${say('mail-sent.code-hint')}</p>
${formHtml(
  data.sending,
  frame.language,
  null,
  html`${fieldHtml({ name: 'code', label: say('mail-sent.code'), error: data.error ?? undefined, autocomplete: 'one-time-code', inputmode: 'numeric' })}
<p class="buttons"><button class="primary">${say('mail-sent.submit')}</button></p>`,
)}`,
    say,
  )
}

/** The page that a link in a mail opens, where it was asked for: a button, for opening a page changes nothing. */
export function linkPage(frame: Frame, sending: FormTarget, say: Say): Html {
  return smallPage(
    frame,
    say('link.title'),
    html`<p>${say('link.hint')}</p>
${buttonForm(sending, frame.language, say('link.submit'), 'primary')}`,
    say,
  )
}

/** The same page in another browser: the code to type where the link was asked for. */
export function linkCodePage(frame: Frame, code: string, say: Say): Html {
  return smallPage(
    frame,
    say('link.code-title'),
    html`<p>${say('link.code-hint')}</p>
<p class="code"><output>${code}</output></p>`,
    say,
  )
}
