import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface NameShown {
  sending: FormTarget
  typed: string
  error: string | null
}

/** Asks somebody whose address is proven for the name under which they will speak. */
export function namePage(frame: Frame, { sending, typed, error }: NameShown, say: Say): Html {
  return smallPage(
    frame,
    say('name.choose-title'),
    html`<p>${say('name.choose-hint')}</p>
<p>${sentenceHtml(say, 'sign-up.hint', { rules: html`<a href="${paths.rules(frame.language)}">${say('sign-up.rules')}</a>` })}</p>
${formHtml(
  sending,
  frame.language,
  null,
  html`${fieldHtml({ name: 'name', label: say('account.name'), value: typed, hint: say('account.name-hint'), error: error ?? undefined, autocomplete: 'nickname' })}
<p class="buttons"><button class="primary">${say('name.choose-submit')}</button></p>`,
)}`,
    say,
  )
}
